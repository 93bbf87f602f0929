package be.belnet.orderdesk.benchmark;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who takes part, and how its JVM is started. */
enum Launch {
    ORDERDESK("Orderdesk", "Orderdesk", null),
    CAMUNDA("Camunda", "Camunda", "http://camunda.org/schema/1.0/bpmn"),
    OPERATON("Operaton", "Operaton", "http://operaton.org/schema/1.0/bpmn"),
    FLOWABLE("Flowable", "Flowable", "http://flowable.org/bpmn"),
    JDBC("Plain JDBC", "Floor", null);

    /** Runs another class than its own with a jar of Spring Boot and what lies beside it. */
    static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private static final Map<Launch, List<String>> LIBRARIES_OF_OTHERS = Map.of(
            CAMUNDA, List.of("org/operaton", "org/flowable", "org/springframework"),
            OPERATON, List.of("org/camunda/bpm", "org/flowable", "org/springframework"),
            FLOWABLE, List.of("org/camunda", "org/operaton", "org/springframework"),
            JDBC, List.of("org/camunda", "org/operaton", "org/flowable", "org/springframework"));

    private final String title;
    private final String main;
    private final String namespace;

    Launch(String title, String main, String namespace) {
        this.title = title;
        this.main = main;
        this.namespace = namespace;
    }

    String title() {
        return title;
    }

    boolean runsEmptyModel() {
        return namespace != null;
    }

    Model.Dialect dialect() {
        return new Model.Dialect(namespace, main() + "$Nothing", this == FLOWABLE);
    }

    /** The class to be run. */
    String main() {
        return getClass().getPackageName() + "." + main;
    }

    /** The libraries of this one and of no other. */
    List<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> LIBRARIES_OF_OTHERS.get(this).stream().noneMatch(other -> Path.of(entry)
                        .toString()
                        .contains(Path.of("/", other).toString())))
                .toList();
    }

    /** As in production but for people, who have passwords, and for the pace at which Fortinet lets orders come. */
    static List<String> orderdesk(Postgres postgres, String database) {
        return List.of(
                "--management.server.port=0",
                "--spring.datasource.url=" + postgres.url(database),
                "--spring.datasource.username=" + Postgres.USER,
                "--orderdesk.sandbox=false",
                "--orderdesk.customers.sample=false",
                "--orderdesk.fortinet.gate.calls-per-minute=1000000",
                "--orderdesk.fortinet.gate.calls-per-hour=1000000");
    }

    /** Where the classes of the benchmark are. */
    static String classes() {
        return Path.of(Launch.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }
}

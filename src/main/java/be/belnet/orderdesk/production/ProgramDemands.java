package be.belnet.orderdesk.production;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.net.JarURLConnection;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.jar.Attributes.Name;
import java.util.stream.Stream;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.springframework.util.ClassUtils;

/** What the jar consists of, and the JVM it runs on. */
class ProgramDemands {
    /** Opens the engine's whole API without log-in. */
    static final String REST_STARTER = "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration";

    /** The engine's own expression language; it knows nothing of the JVM. */
    private static final Set<String> HARMLESS = Set.of("feel", "feel-unary-tests", "juel");

    /** Versions below have published flaws; each is the first without them, or what was tried with it. */
    static final List<Floor> FLOORS = List.of(
            new Floor("Tomcat", "org.apache.catalina.startup.Tomcat", "10.1.61"),
            new Floor("Jackson", "com.fasterxml.jackson.databind.ObjectMapper", "2.21.8"),
            new Floor("PostgreSQL driver", "org.postgresql.Driver", "42.7.14"),
            new Floor("Spring Framework", "org.springframework.core.SpringVersion", "6.2.19"),
            new Floor("Spring Security", "org.springframework.security.core.SpringSecurityCoreVersion", "6.5.11"),
            new Floor("Spring Boot", "org.springframework.boot.SpringBootVersion", "3.5.16"),
            new Floor("Java UUID Generator", "com.fasterxml.uuid.Generators", "5.1.0"),
            new Floor("Commons Lang", "org.apache.commons.lang3.StringUtils", "3.18.0"));

    static final List<Demand> ALL = Stream.concat(
                    FLOORS.stream().map(Floor::demand),
                    Stream.of(
                            new Demand(
                                    Moment.PROGRAM,
                                    "REST starter of the engine",
                                    "take it out of the build",
                                    where -> absent(REST_STARTER)),
                            new Demand(
                                    Moment.PROGRAM,
                                    "script engines",
                                    "take them out of the build",
                                    where -> scripts(new ScriptEngineManager().getEngineFactories())),
                            new Demand(
                                    Moment.PROGRAM,
                                    "time zone of the JVM",
                                    "give java -Duser.timezone=Europe/Brussels",
                                    where -> zone(TimeZone.getDefault().getID()))))
            .toList();

    private ProgramDemands() {}

    static Seen absent(String type) {
        return ClassUtils.isPresent(type, ProgramDemands.class.getClassLoader())
                ? Seen.unfit("on the class path")
                : Seen.fit("absent");
    }

    static Seen scripts(List<ScriptEngineFactory> engines) {
        List<String> harmful = engines.stream()
                .filter(engine -> engine.getNames().stream().noneMatch(HARMLESS::contains))
                .map(ScriptEngineFactory::getEngineName)
                .toList();
        return Seen.of(harmful.isEmpty(), harmful.isEmpty() ? "none" : String.join(", ", harmful));
    }

    static Seen zone(String id) {
        return Seen.of(id.equals("Europe/Brussels"), id);
    }

    /**
     * A library, and the version below which it is not to be used.
     *
     * @param type a class of it, whose jar tells the version
     */
    record Floor(String library, String type, String least) {
        Demand demand() {
            return new Demand(
                    Moment.PROGRAM,
                    "version of " + library,
                    "build with " + least + " or newer",
                    where -> judge(found()));
        }

        /** As the jar on the class path says. */
        String found() throws ClassNotFoundException, IOException {
            return found(ProgramDemands.class.getClassLoader());
        }

        /** Read from the jar itself: a class loader knows it of a package only where the jar has entries for folders. */
        String found(ClassLoader loader) throws ClassNotFoundException, IOException {
            Class<?> known = Class.forName(type, false, loader);
            var jar = (JarURLConnection)
                    known.getResource(known.getSimpleName() + ".class").openConnection();
            jar.setUseCaches(false);
            try (InputStream opened = jar.getInputStream()) {
                String version = jar.getManifest().getMainAttributes().getValue(Name.IMPLEMENTATION_VERSION);
                if (version == null) {
                    throw new IllegalStateException("the jar of " + type + " tells no version");
                }
                return version;
            }
        }

        Seen judge(String version) {
            return Seen.of(Version.parse(version).compareTo(Version.parse(least)) >= 0, version);
        }
    }
}

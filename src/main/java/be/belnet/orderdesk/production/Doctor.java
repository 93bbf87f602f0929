package be.belnet.orderdesk.production;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Prints the checklist of production, green and red, beside a running node or before there is one. It reads the settings
 * as a node does and starts nothing: no web server, no engine, no migration.
 */
public class Doctor {
    private static final String NAME = "doctor";
    private static final String PATIENCE_IN_SECONDS = "10";

    private Doctor() {}

    public static boolean isAskedFor(String... arguments) {
        return Arrays.stream(arguments).anyMatch(Doctor::isHisName);
    }

    private static boolean isHisName(String argument) {
        return argument.equals(NAME) || argument.equals("--" + NAME);
    }

    /** @return the exit code: 0 when everything is as production demands, 1 otherwise */
    public static int examine(PrintStream out, boolean terminal, String... arguments) {
        try (var context = nothing().run(settings(arguments))) {
            ConfigurableEnvironment settings = context.getEnvironment();
            List<Finding> findings = Checklist.findings(
                    new Surroundings(
                            settings,
                            database(settings),
                            null,
                            Nodes.running(settings).orElse(null),
                            (SSLSocketFactory) SSLSocketFactory.getDefault()),
                    Moment.BY_THE_DOCTOR);
            return new Report(out, terminal).print(findings) ? 0 : 1;
        }
    }

    private static String[] settings(String... arguments) {
        return Arrays.stream(arguments).filter(argument -> !isHisName(argument)).toArray(String[]::new);
    }

    private static SpringApplication nothing() {
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setAdditionalProfiles("production");
        application.setDefaultProperties(Map.of("logging.level.root", "off"));
        return application;
    }

    /** One connection for each question, which may read only. Other databases would be made by looking at them. */
    static Supplier<JdbcClient> database(ConfigurableEnvironment settings) {
        return () -> {
            String url = settings.getProperty("spring.datasource.url", "");
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new IllegalStateException("no PostgreSQL");
            }
            var source = new DriverManagerDataSource(
                    url,
                    settings.getProperty("spring.datasource.username", ""),
                    settings.getProperty("spring.datasource.password", ""));
            var reading = new Properties();
            reading.setProperty("readOnly", "true");
            reading.setProperty("connectTimeout", PATIENCE_IN_SECONDS);
            reading.setProperty("socketTimeout", PATIENCE_IN_SECONDS);
            source.setConnectionProperties(reading);
            return JdbcClient.create(source);
        };
    }

    /** A context without beans. */
    static class Nothing {}
}

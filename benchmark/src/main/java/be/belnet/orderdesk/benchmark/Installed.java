package be.belnet.orderdesk.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Orderdesk as production has it: unpacked, with an archive of its classes, started by the command of its systemd unit. */
final class Installed {
    /** Of the break-glass administrator, the one person who can enter without an OpenID provider. */
    static final String PASSWORD = "benchmark";

    private static final Path UNIT = Path.of("..", "deploy", "systemd", "orderdesk@.service");
    private static final String FOLDER = "/opt/orderdesk";
    private static final String BEGIN = "ExecStart=/usr/bin/java ";

    /** Of {@link #PASSWORD}, by twelve rounds of bcrypt. */
    private static final String HASH = "$2a$12$GF4idcQfynJ66AJ7mPS59eF7nhiujG/EI7afbYrIZyE7AK/k42.f.";

    private final List<String> command;

    private Installed(List<String> command) {
        this.command = command;
    }

    /** Does what docs/cluster.md has an operator do. */
    static Installed in(Path folder, Path jar, Path log) throws IOException, InterruptedException {
        run(
                log,
                List.of(
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString()));
        run(
                log,
                List.of(
                        "-XX:ArchiveClassesAtExit=" + folder.resolve("orderdesk.jsa"),
                        "-Dspring.context.exit=onRefresh",
                        "-Duser.timezone=Europe/Brussels",
                        "-jar",
                        folder.resolve("orderdesk.jar").toString(),
                        "--spring.datasource.url=jdbc:h2:mem:archive",
                        "--orderdesk.sandbox=false"));
        return new Installed(command(folder));
    }

    Jvm start(Path log, Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>();
        settings.forEach((name, value) ->
                environment.put(name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT), value));
        return Jvm.of(log, command, environment);
    }

    /** All that production demands; partners, mail relay and provider of it exist nowhere. */
    static Map<String, String> settings(Postgres postgres, String database, int port, int managementPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.profiles.active", "production");
        settings.put("server.port", String.valueOf(port));
        settings.put("management.server.port", String.valueOf(managementPort));
        settings.put("spring.datasource.url", postgres.verifiedUrl(database));
        settings.put("spring.datasource.username", Postgres.RUN_TIME);
        settings.put("spring.datasource.password", "not asked for");
        settings.put("spring.flyway.user", Postgres.OWNER);
        settings.put("spring.flyway.password", "not asked for");
        settings.put("spring.mail.host", "relay.invalid");
        settings.put("orderdesk.address", "https://orderdesk.invalid");
        settings.put("orderdesk.sign-on.issuer", "https://sign-on.invalid");
        settings.put("orderdesk.sign-on.break-glass.password-hash", HASH);
        settings.put("orderdesk.dns.resolvers", "127.0.0.1");
        settings.put("orderdesk.fortinet.cloud.token-url", "https://cloud.invalid/token/");
        settings.put("orderdesk.fortinet.cloud.username", "benchmark");
        settings.put("orderdesk.fortinet.flex.url", "https://flex.invalid");
        settings.put("orderdesk.fortinet.mail.url", "https://{address}/api/v1");
        settings.put("orderdesk.digicert.url", "https://certcentral.invalid");
        settings.put("orderdesk.sectigo.url", "https://sectigo.invalid/api");
        settings.put("orderdesk.sectigo.login", "benchmark");
        settings.put("orderdesk.openstack.auth-url", "https://openstack.invalid/v3");
        settings.put("orderdesk.openstack.credentials.application-credential-id", "benchmark");
        settings.put("orderdesk.openstack.first-boot.name-servers", "10.0.0.53");
        for (String secret : List.of(
                "orderdesk.sign-on.client-secret",
                "orderdesk.fortinet.cloud.password",
                "orderdesk.fortinet.mail.admin-password",
                "orderdesk.digicert.api-key",
                "orderdesk.sectigo.password",
                "orderdesk.openstack.credentials.application-credential-secret",
                "orderdesk.dcs.page.secret",
                "orderdesk.follow.secret",
                "orderdesk.feedback.secret")) {
            settings.put(secret, "benchmark's value of " + secret + ", long enough to sign");
        }
        return settings;
    }

    private static List<String> command(Path folder) throws IOException {
        String options = Files.readAllLines(UNIT).stream()
                .filter(line -> line.startsWith(BEGIN))
                .map(line -> line.substring(BEGIN.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(UNIT + " starts no Java"));
        return List.of(options.replace(FOLDER, folder.toString()).split(" "));
    }

    private static void run(Path log, List<String> arguments) throws IOException, InterruptedException {
        try (Jvm jvm = Jvm.of(log, arguments, Map.of())) {
            jvm.await();
        }
    }
}

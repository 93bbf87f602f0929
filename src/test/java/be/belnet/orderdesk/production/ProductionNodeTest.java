package be.belnet.orderdesk.production;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.security.Hashes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.TestSocketUtils;

/**
 * A node of production, as it is installed: two users in a PostgreSQL whose certificate is verified, secrets as files,
 * everything else in the environment.
 */
@Tag("cluster")
class ProductionNodeTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Path LOGS = Path.of("target", "cluster");

    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final int managementPort = TestSocketUtils.findAvailableTcpPort();

    @TempDir
    Path folder;

    @Test
    void startsWithTheLeastRightsAndTellsNoSecret() throws Exception {
        try (var database = new TwoRoles(folder)) {
            database.migrate();
            database.as("postgres", "")
                    .sql("""
                    insert into act_id_user (id_, rev_, salt_, pwd_) values ('keeper', 1, 'salt', '{BCRYPT}%s');
                    insert into act_id_group (id_, rev_, name_, type_) values ('camunda-admin', 1, 'Administrators', 'SYSTEM');
                    insert into act_id_membership (user_id_, group_id_) values ('keeper', 'camunda-admin')""".formatted(new Hashes().of("a password of its own" + "salt")))
                    .update();
            Path secrets = secrets();
            Path log = Files.createDirectories(LOGS).resolve("production.log");
            Process node = Program.start(environment(database, secrets), log);
            List<Integer> answers = new ArrayList<>();
            try {
                Awaitility.await("start of the node that logs to " + log)
                        .atMost(Duration.ofMinutes(3))
                        .until(() ->
                                !node.isAlive() || logInPage().map(answers::add).isPresent() && readiness() == 200);
                assertThat(node.isAlive()).as("runs, see " + log).isTrue();
                assertThat(answers)
                        .as("answers to people from the moment on in which the port is open")
                        .containsOnly(200);
                List<String> told = new ArrayList<>(managed());
                told.add(examined(database, secrets));
                told.add(Files.readString(log));
                assertThat(told).allSatisfy(text -> assertThat(text).doesNotContain("marker", "a password of its own"));
                assertThat(database.as("postgres", "")
                                .sql("select count(*) from act_re_procdef")
                                .query(Long.class)
                                .single())
                        .as("models deployed by who may not change the schema")
                        .isPositive();
            } finally {
                node.destroyForcibly().onExit().join();
            }
        }
    }

    /** Beside the running node: all of database and node is in order, and partners of this test cannot be reached. */
    private String examined(TwoRoles database, Path secrets) throws Exception {
        Path printed = LOGS.resolve("doctor.txt");
        Process doctor = Program.start(environment(database, secrets), printed, "doctor");
        assertThat(doctor.waitFor())
                .as("exit code of the doctor, see " + printed)
                .isOne();
        String text = Files.readString(printed);
        assertThat(text.substring(text.indexOf("\nSettings"), text.indexOf("\nOutside")))
                .contains(
                        "run-time user without rights on the schema", "header Strict-Transport-Security (at http://127")
                .contains("orderdesk.follow.secret (file " + secrets.toRealPath())
                .doesNotContain("MISSING");
        assertThat(text.substring(text.indexOf("\nOutside")))
                .contains("MISSING orderdesk.sectigo.url answers", "ok      clock agrees with the database's");
        return text;
    }

    private List<String> managed() throws Exception {
        List<String> answers = new ArrayList<>();
        for (String path : List.of("/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/env")) {
            answers.add(manage(path).body());
        }
        assertThat(answers.get(1)).contains("components");
        assertThat(manage("/actuator/env").statusCode()).isEqualTo(401);
        assertThat(manage("/actuator/configprops").statusCode()).isEqualTo(401);
        return answers;
    }

    private int readiness() {
        try {
            return manage("/actuator/health/readiness").statusCode();
        } catch (IOException | InterruptedException notYet) {
            return 0;
        }
    }

    /** Its status; empty while the port is shut. */
    private Optional<Integer> logInPage() {
        try {
            return Optional.of(get(port, "/login").statusCode());
        } catch (IOException | InterruptedException notYet) {
            return Optional.empty();
        }
    }

    private HttpResponse<String> manage(String path) throws IOException, InterruptedException {
        return get(managementPort, path);
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private Path secrets() throws IOException {
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwx------"));
        for (var setting : Settings.ofAnOperator().entrySet()) {
            if (SettingDemands.secrets().contains(setting.getKey())) {
                Files.writeString(secrets.resolve(setting.getKey()), setting.getValue() + "\n");
            }
        }
        return secrets;
    }

    private Map<String, String> environment(TwoRoles database, Path secrets) {
        Map<String, String> settings = Settings.ofAnOperator();
        settings.keySet().removeAll(SettingDemands.secrets());
        settings.put("spring.datasource.url", database.url());
        settings.put("server.port", String.valueOf(port));
        settings.put("management.server.port", String.valueOf(managementPort));
        settings.put("spring.profiles.active", "production");
        Map<String, String> variables = new java.util.HashMap<>();
        settings.forEach((name, value) ->
                variables.put(name.replace("-", "").replace('.', '_').toUpperCase(java.util.Locale.ROOT), value));
        variables.put("ORDERDESK_SECRETS", secrets.toString());
        return variables;
    }
}

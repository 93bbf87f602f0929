package be.belnet.orderdesk.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.util.FileSystemUtils;

/** A real Keycloak with the realm of the tests, in a process of its own on this machine. */
class Keycloak implements AutoCloseable {
    private static final Path REALM = Path.of("src/test/resources/keycloak/realm.json");
    private static final Path LOG = Path.of("target", "keycloak.log");
    private static final String ADMINISTRATOR = "admin";

    /** The first start makes tables and caches, which a busy machine takes minutes for. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final Process process;

    /** @param home where it was unpacked
     * @param orderdesk the address that it leads people back to */
    Keycloak(Path home, String orderdesk) {
        try {
            FileSystemUtils.deleteRecursively(home.resolve("data"));
            Path realms = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(
                    realms.resolve("staff-realm.json"), Files.readString(REALM).replace("ADDRESS", orderdesk));
            process = start(home);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Process start(Path home) throws IOException {
        var command = new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--cache=local",
                "--import-realm");
        command.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx400m",
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMINISTRATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        ADMINISTRATOR));
        Process started =
                command.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started)));
        return started;
    }

    Keycloak untilStarted() {
        Awaitility.await("start of the Keycloak that logs to " + LOG)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !process.isAlive() || answers());
        if (!process.isAlive()) {
            throw new AssertionError("Keycloak did not start, see " + LOG);
        }
        return this;
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/staff";
    }

    /** A machine's access token. */
    String token(String client, String secret) {
        return tokenOf("staff", "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret);
    }

    /** Takes an account's right to sign on. */
    void disable(String username) {
        String token = tokenOf(
                "master",
                "grant_type=password&client_id=admin-cli&username=" + ADMINISTRATOR + "&password=" + ADMINISTRATOR);
        String users = "http://127.0.0.1:" + port + "/admin/realms/staff/users";
        String id = json(send(HttpRequest.newBuilder(URI.create(users + "?exact=true&username=" + username))
                        .header("Authorization", "Bearer " + token)))
                .get(0)
                .get("id")
                .asText();
        send(HttpRequest.newBuilder(URI.create(users + "/" + id))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"enabled\": false}")));
    }

    private String tokenOf(String realm, String form) {
        String address = "http://127.0.0.1:" + port + "/realms/" + realm + "/protocol/openid-connect/token";
        return json(send(HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))))
                .get("access_token")
                .asText();
    }

    private boolean answers() {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(issuer())).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError("Keycloak refuses: " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The script's Java is a child of the script, or took its place. */
    private static void end(Process started) {
        List<ProcessHandle> all = started.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        started.destroyForcibly();
    }

    /** The only folder there; its name has the version. */
    static Path unpacked(Path folder) {
        return Arrays.stream(folder.toFile().listFiles())
                .map(java.io.File::toPath)
                .filter(path -> Files.exists(path.resolve("bin/kc.sh")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Keycloak in " + folder));
    }

    @Override
    public void close() {
        end(process);
    }
}

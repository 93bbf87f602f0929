package be.belnet.orderdesk.faults;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** One application node in a process of its own, which can be killed and started again at the same address. */
final class Node {
    private static final Duration LONGEST_START = Duration.ofSeconds(180);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int port = Http.freePort();
    private final int managementPort = Http.freePort();
    private final Path log;
    private final List<String> settings;
    private ChildProcess process;

    /** @param settings the later one of two wins */
    Node(Path log, List<String> settings) {
        this.log = log;
        this.settings = settings;
    }

    /** Does not wait for it to be up. */
    synchronized void start() {
        List<String> arguments =
                new ArrayList<>(List.of("--server.port=" + port, "--management.server.port=" + managementPort));
        Map<String, String> last = new LinkedHashMap<>();
        settings.forEach(setting -> last.put(setting.split("=")[0], setting));
        arguments.addAll(last.values());
        process = ChildProcess.start(NodeMain.class, log, "640m", arguments);
    }

    synchronized void kill() {
        process.kill();
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    void awaitUp() {
        Awaitility.await()
                .atMost(LONGEST_START)
                .failFast(log + " tells why the node stopped", () -> !isAlive())
                .until(this::isHealthy);
    }

    /** Green for whoever watches over it. */
    boolean isHealthy() {
        try {
            return Http.send(client, Http.request("http://127.0.0.1:" + managementPort + "/actuator/health"))
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException dead) {
            return false;
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    Path log() {
        return log;
    }
}

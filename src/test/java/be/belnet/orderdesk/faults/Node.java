package be.belnet.orderdesk.faults;

import be.belnet.orderdesk.operations.Scrape;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /**
     * Does not wait for it to be up.
     *
     * @param others settings of this life alone
     */
    synchronized void start(String... others) {
        List<String> arguments =
                new ArrayList<>(List.of("--server.port=" + port, "--management.server.port=" + managementPort));
        Map<String, String> last = new LinkedHashMap<>();
        Stream.concat(settings.stream(), Stream.of(others))
                .forEach(setting -> last.put(setting.split("=")[0], setting));
        arguments.addAll(last.values());
        process = ChildProcess.start(NodeMain.class, log, "640m", arguments);
    }

    synchronized void kill() {
        process.kill();
    }

    /** In order, as a release does. */
    synchronized void stop() {
        process.stop();
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
        return health() == 200;
    }

    /** Serves people and has itself taken out of the work of jobs. */
    boolean isOutOfService() {
        return health() == 503;
    }

    /** HTTP status; 0 while nobody answers. */
    private int health() {
        try {
            return watched("/actuator/health").statusCode();
        } catch (UncheckedIOException dead) {
            return 0;
        }
    }

    /** What a monitoring system reads. Throws {@link UncheckedIOException} while nobody answers. */
    Scrape scrape() {
        return new Scrape(watched("/actuator/prometheus").body());
    }

    private HttpResponse<String> watched(String path) {
        return Http.send(client, Http.request("http://127.0.0.1:" + managementPort + path));
    }

    String address() {
        return "http://localhost:" + port;
    }

    Path log() {
        return log;
    }
}

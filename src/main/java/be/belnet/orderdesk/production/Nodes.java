package be.belnet.orderdesk.production;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** Finds the node of this machine. */
class Nodes {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** One for all questions: each has threads of its own, for as long as it lives. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private Nodes() {}

    /** Empty where no node answers under these settings. */
    static Optional<Node> running(Environment settings) {
        String port = settings.getProperty("local.server.port", settings.getProperty("server.port", ""));
        var node = new Node("http://%s:%s".formatted(host(settings), port));
        try {
            node.get("/login");
            return Optional.of(node);
        } catch (IOException | IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    private static String host(Environment settings) {
        String address = settings.getProperty("server.address", "");
        if (!Values.isOneAddress(address)) {
            return "127.0.0.1";
        }
        return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    }

    /** A node that runs, asked as the proxy asks it. */
    record Node(String address) {
        HttpResponse<Void> get(String path) throws IOException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(PATIENCE)
                    .header("X-Forwarded-Proto", "https")
                    .build();
            try {
                return CLIENT.send(request, BodyHandlers.discarding());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
        }
    }
}

package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.springframework.boot.test.context.TestComponent;

/** The partners in the sandbox: what they did, and what is to go wrong at them. */
@TestComponent
public class Partners {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Asks the sandbox for something of its own, such as {@code /api/openstack/lost-tokens}. */
    public void have(String path, String request) {
        HttpResponse<String> answer =
                send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(request)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    /** Has the partner fail in one way, as docs/sandbox.md says, until {@link #heal}. */
    public void fail(String partner, String fault) {
        HttpResponse<String> answer = send(request("/api/faults/" + partner)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(fault)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** All faults are off. */
    public void heal() {
        read("/api/faults").forEach(on -> heal(on.path("partner").asText()));
    }

    public void heal(String partner) {
        send(request("/api/faults/" + partner).DELETE());
    }

    /** Calls of the partner that were hit by a fault that is on or was. */
    public long hits(String partner) {
        return StreamSupport.stream(
                        read("/api/ledger?partner=" + partner).path("calls").spliterator(), false)
                .filter(call -> call.hasNonNull("fault"))
                .count();
    }

    /** How often partners did something of this kind for an order, such as {@code licence created}. */
    public long count(String order, String kind) {
        String reference = URLEncoder.encode(order, StandardCharsets.UTF_8);
        return StreamSupport.stream(
                        read("/api/ledger?reference=" + reference)
                                .path("effects")
                                .spliterator(),
                        false)
                .filter(effect -> effect.path("kind").asText().contains(kind))
                .count();
    }

    private static JsonNode read(String path) {
        try {
            return JSON.readTree(send(request(path)).body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + TestWorld.sandboxPort() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

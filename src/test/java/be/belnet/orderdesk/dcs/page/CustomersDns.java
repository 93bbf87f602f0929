package be.belnet.orderdesk.dcs.page;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.TestWorld;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** What customers publish in the sandbox, and how their zones go wrong. */
final class CustomersDns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CustomersDns() {}

    static void publish(String name, String type, long ttl, String value) {
        call("POST", "/api/dns/records", Map.of("name", name, "type", type, "ttl", ttl, "value", value));
    }

    /** @param behaviour as docs/sandbox.md names it */
    static void behave(String zone, String behaviour) {
        call("PUT", "/api/dns/zones/" + zone, Map.of("behaviour", behaviour));
    }

    private static void call(String method, String path, Map<String, Object> what) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + TestWorld.sandboxPort() + path))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(what)))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreachable) {
            throw new AssertionError(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}

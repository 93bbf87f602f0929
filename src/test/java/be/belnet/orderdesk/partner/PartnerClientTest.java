package be.belnet.orderdesk.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

class PartnerClientTest {
    private final PartnerClient client = new PartnerClient(
            "Partner", new PartnerConnection(Duration.ofSeconds(2), Duration.ofMillis(300), DataSize.ofBytes(1000)));
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    /** How the partner answers. */
    private interface Manner {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void partnerThatIsNotThereDidNothing() {
        partner(exchange -> {});
        server.stop(0);

        assertThatThrownBy(this::change).isInstanceOf(PartnerUnavailableException.class);
        assertThatThrownBy(this::read).isInstanceOf(PartnerUnavailableException.class);
    }

    @Test
    void slowAnswerToAChangeLeavesTheOutcomeUnknown() {
        partner(exchange -> waitForTheEnd());

        assertThatThrownBy(this::change).isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(this::read).isInstanceOf(PartnerUnavailableException.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void answerThatNeverEndsIsCutOff() {
        partner(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            waitForTheEnd();
        });

        assertThatThrownBy(this::change).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void brokenConnectionLeavesTheOutcomeUnknown() {
        partner(HttpExchange::close);

        assertThatThrownBy(this::change).isInstanceOf(OutcomeUnknownException.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void failureOfTheServerLeavesTheOutcomeUnknown() {
        partner(exchange -> answer(exchange, 500, "{}"));

        assertThatThrownBy(this::change).isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(this::read).isInstanceOf(PartnerUnavailableException.class);
    }

    @Test
    void closedServiceDidNothing() {
        partner(exchange -> answer(exchange, 503, ""));

        assertThatThrownBy(this::change).isInstanceOf(PartnerUnavailableException.class);
    }

    @Test
    void busyPartnerSaysHowLong() {
        partner(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "90");
            answer(exchange, 429, "");
        });

        assertThatThrownBy(this::change)
                .isInstanceOfSatisfying(PartnerBusyException.class, busy -> assertThat(busy.retryAfter())
                        .contains(Duration.ofSeconds(90)));
    }

    @Test
    void endlessAnswerIsRefused() {
        partner(exchange -> answer(exchange, 200, "x".repeat(1001)));

        assertThatThrownBy(this::read).isInstanceOf(PartnerUnavailableException.class);
    }

    @Test
    void unreadableAnswerToAChangeLeavesTheOutcomeUnknown() {
        partner(exchange -> answer(exchange, 200, "<html>"));

        var answer = change();

        assertThatThrownBy(() -> answer.as(Map.class)).isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(() -> read().as(Map.class)).isInstanceOf(PartnerUnavailableException.class);
    }

    @Test
    void redirectIsNotFollowed() {
        partner(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            answer(exchange, 302, "");
        });

        assertThat(read().status()).isEqualTo(302);
        assertThat(asked).containsExactly("GET /");
    }

    @Test
    void refusalIsTheAdaptersToRead() {
        partner(exchange -> answer(exchange, 409, "{\"reason\": \"taken\"}"));

        assertThat(change().successful()).isFalse();
        assertThat(change().json().path("reason").asText()).isEqualTo("taken");
    }

    @Test
    void valuesStayInTheirPlace() {
        var address = PartnerClient.at("http://partner.example/v1", "/things/{id}?name={name}", "../a/b?c", "x&y=z");

        assertThat(address.toString()).isEqualTo("http://partner.example/v1/things/..%2Fa%2Fb%3Fc?name=x%26y%3Dz");
    }

    @Test
    void wordsOfThePartnerFitOnALine() {
        var refused = new PartnerRefusedException("Partner", "-1", "no\r\nsuch\tthing " + "x".repeat(500));

        assertThat(refused.getMessage()).doesNotContain("\n", "\r", "\t").hasSizeLessThan(400);
    }

    private PartnerAnswer read() {
        return client.read(HttpMethod.GET, address(), headers -> {}, null);
    }

    private PartnerAnswer change() {
        return client.change(HttpMethod.POST, address(), headers -> {}, Map.of("a", 1));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void partner(Manner manner) {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.getRequestBody().readAllBytes();
            manner.answer(exchange);
        });
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
        try (var out = exchange.getResponseBody()) {
            out.write(body.getBytes());
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    private void waitForTheEnd() {
        try {
            over.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}

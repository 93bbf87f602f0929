package be.belnet.orderdesk.digicert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.digicert.DigiCertProperties.Retry;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerConnection;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists as the sandbox never sends them: one answer after the other, the last one again and again. */
class OddListsTest {
    private HttpServer server;
    private List<String> answers;
    private int asked;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = answers.get(Math.min(asked++, answers.size() - 1)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void hangUp() {
        server.stop(0);
    }

    @Test
    void listThatShiftedWhileItWasReadIsRefused() {
        answers = List.of(list("{'id':1},{'id':2}", 3), list("{'id':2}", 3));

        assertThatThrownBy(() -> certCentral().organizations())
                .isInstanceOf(PartnerUnavailableException.class)
                .hasMessageContaining("changed while it was read");
    }

    @Test
    void listThatEndsBeforeItsTotalIsRefused() {
        answers = List.of(list("{'id':1}", 3), list("", 3));

        assertThatThrownBy(() -> certCentral().organizations())
                .isInstanceOf(PartnerUnavailableException.class)
                .hasMessageContaining("changed while it was read");
    }

    @Test
    void listThatGrowsIsReadToItsNewEnd() {
        answers = List.of(list("{'id':1},{'id':2}", 2 + 1), list("{'id':3}", 4), list("{'id':4}", 4));

        assertThat(certCentral().organizations())
                .extracting(CertCentral.Organization::id)
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void listWithoutItsPageIsUnreadable() {
        answers = List.of("{\"organizations\":[]}");

        assertThatThrownBy(() -> certCentral().organizations())
                .isInstanceOf(PartnerUnavailableException.class)
                .hasMessageContaining("unreadable");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void idsMayBeTextAndBeyondThirtyOneBits() {
        answers = List.of(list("{'id':'4400000001','is_active':'1'}", 1));

        assertThat(certCentral().organizations())
                .extracting(CertCentral.Organization::id)
                .containsExactly(4_400_000_001L);
    }

    @Test
    void emptyListIsOne() {
        answers = List.of(list("", 0));

        assertThat(certCentral().organizations()).isEmpty();
        assertThat(asked).isEqualTo(1);
    }

    private CertCentral certCentral() {
        var retry = new Retry(2, Duration.ofMillis(1), Duration.ofSeconds(1));
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new CertCentral(
                new PartnerClient(CertCentral.NAME, PartnerConnection.usual()),
                new DigiCertProperties(url, "devkey", 2, retry, PartnerConnection.usual()));
    }

    private static String list(String entries, int total) {
        return "{'organizations':[%s],'page':{'total':%d,'limit':2,'offset':0}}"
                .formatted(entries, total)
                .replace('\'', '"');
    }
}

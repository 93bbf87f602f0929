package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The search for orders above Tasklist. */
@OrderdeskTest
class OrderSuggestionsTest {
    private static final String CONTACT = "Mail administrator";

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    ObjectMapper json;

    private String customer;
    private String order;

    @BeforeEach
    void orderAtTheServiceDesk() {
        customer = register.university("nl");
        order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym",
                        customer,
                        "contactName",
                        CONTACT,
                        "contactEmail",
                        "mail-admin@customer.example",
                        "contactLanguage",
                        "nl"));
    }

    @Test
    void searchFindsRunningAndFinishedOrdersInTheReadersWords() throws Exception {
        JsonNode running = find("desk1", "nl", customer);
        assertThat(running.at("/total").asInt()).isOne();
        assertThat(running.at("/orders/0").toString())
                .contains(order, customer, "Bestelling", "\"Open\"", "Accountmanager voorstellen")
                .doesNotContain(CONTACT);

        new ApiCaller(port, "manager1", "en")
                .postForm("/orders/" + order + "/withdrawal", Map.of("reason", "No longer wanted"));
        desk.runJobs(order);
        JsonNode finished = find("desk1", "en", order.toLowerCase(java.util.Locale.ROOT));
        assertThat(finished.at("/orders/0/state").asText()).isEqualTo("withdrawn");
        assertThat(finished.at("/orders/0/turn").asText()).isEqualTo("none");
        assertThat(finished.at("/orders/0/standing").asText()).startsWith("Closed on");
    }

    @Test
    void searchFindsNothingForOneLetterAndIsClosedToAdministrators() throws Exception {
        assertThat(find("desk1", "en", "b").at("/orders")).isEmpty();
        assertThat(find("desk1", "en", "nobody-at-all").at("/words").asText()).isEqualTo("No order matches.");
        assertThat(call("admin", "en", "/desk/order-search?q=" + order).statusCode())
                .isEqualTo(403);
    }

    private JsonNode find(String user, String language, String words) throws Exception {
        return json.readTree(read(user, language, "/desk/order-search?q=" + words));
    }

    private String read(String user, String language, String address) {
        HttpResponse<String> answer = call(user, language, address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> call(String user, String language, String address) {
        return new ApiCaller(port, user, language).get(address);
    }
}

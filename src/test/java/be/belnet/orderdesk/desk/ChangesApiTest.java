package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Machines ask for changes, each once for its key, and both sides stand on the file's page. */
@OrderdeskTest
class ChangesApiTest {
    @LocalServerPort
    int port;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Desk tasks;

    @Autowired
    ObjectMapper json;

    private ApiCaller desk;
    private String customer;

    @BeforeEach
    void customerWithMailSecurity() {
        desk = new ApiCaller(port, "desk1", "en");
        customer = register.university("nl");
        subscribers.mailSecurity(customer, LocalDate.of(2024, 3, 1), null, "one.example", "two.example");
    }

    @Test
    void sameKeyAgainIsTheSameFile() throws Exception {
        String key = UUID.randomUUID().toString();
        var first = start(desk, key, Map.of());
        var second = start(desk, key, Map.of());

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(number(second)).isEqualTo(number(first));
        JsonNode file = json.readTree(first.body());
        assertThat(file.path("kind").asText()).isEqualTo("change");
        assertThat(file.path("customer").asText()).isEqualTo(customer);
        assertThat(start(desk, key, Map.of("request", "Something else")).statusCode())
                .isEqualTo(422);
        assertThat(tasks.openTasks(number(first))).containsExactly("userTask_determineMailChange");
    }

    @Test
    void secondChangeIsRefusedInWords() throws Exception {
        String first = number(start(desk, UUID.randomUUID().toString(), Map.of()));
        var second = start(desk, UUID.randomUUID().toString(), Map.of());

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("being changed already: " + first);
    }

    @Test
    void onlyWhoTakesChangesInMayStartThem() throws Exception {
        assertThat(start(desk.as("operations1"), UUID.randomUUID().toString(), Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(start(desk, "", Map.of()).statusCode()).isEqualTo(400);
        assertThat(start(desk, UUID.randomUUID().toString(), Map.of("formToken", "mine"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(start(desk.as("relations1"), UUID.randomUUID().toString(), Map.of())
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void pageShowsBothSides() throws Exception {
        String file = number(start(desk, UUID.randomUUID().toString(), Map.of()));
        tasks.complete(
                file,
                "userTask_determineMailChange",
                "desk1",
                Map.of(
                        "changeReview",
                        "goOn",
                        "mailDomains",
                        "one.example mx.one.example\nthree.example mx.three.example",
                        "mailboxes",
                        40,
                        "cpus",
                        "1",
                        "package",
                        "base"));

        assertThat(desk.get("/orders/" + file).body())
                .contains("Before and after", "two.example", "three.example → mx.three.example");
        assertThat(desk.reading("fr").get("/orders/" + file).body()).contains("Avant et après");
    }

    private HttpResponse<String> start(ApiCaller caller, String key, Map<String, Object> otherwise) throws Exception {
        Map<String, Object> body = new HashMap<>(Map.of(
                "service",
                "BAMS",
                "acronym",
                customer,
                "request",
                "Please protect three.example instead of two.example.",
                "contactName",
                "Mail administrator",
                "contactEmail",
                "mail-admin@customer.example",
                "contactLanguage",
                "nl"));
        body.putAll(otherwise);
        return caller.post("/api/changes", json.writeValueAsString(body), "Idempotency-Key", key);
    }

    private String number(HttpResponse<String> answer) throws Exception {
        return json.readTree(answer.body()).path("number").asText();
    }
}

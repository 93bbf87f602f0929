package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.workflow.Waits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Letting a task wait, on the page of its order and by the API. */
@OrderdeskTest
class WaitPagesTest {
    private static final String TASK = "userTask_introduceAccountManager";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Brussels"));
    private static final LocalDate SOON = TODAY.plusDays(5);

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    Waits waits;

    @Autowired
    ObjectMapper json;

    private ApiCaller desk1;
    private String order;
    private String task;

    @BeforeEach
    void orderAtTheServiceDesk() {
        desk1 = new ApiCaller(port, "desk1", "en");
        order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym", register.university("nl"),
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "nl"));
        task = desk.task(order, TASK).getId();
    }

    @Test
    void pageLetsATaskWaitAndTakesItUpAgain() {
        assertThat(desk1.get("/orders/" + order + "?task=" + task).body())
                .contains("Let it wait", "id=\"task-" + task + "\" open");
        var sent = desk1.postForm(waiting(), form("customer", SOON.toString(), "<b>Budget</b> in December"));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(orders.get(order).turn()).isEqualTo(Turn.CUSTOMER);

        assertThat(desk1.reading("nl").get("/orders/" + order).body())
                .contains("Wacht op de klant tot", "&lt;b&gt;Budget&lt;/b&gt; in December", "Weer opnemen");
        assertThat(desk1.reading("fr").get("/orders/" + order).body()).contains("Attend le client jusqu’au");
        assertThat(desk1.reading("de").get("/orders/" + order).body()).contains("Wartet auf den Kunden bis");
        assertThat(desk1.postForm("/orders/%s/tasks/%s/going-on".formatted(order, task), Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(waits.at(order, TASK)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "belnet, 2999-01-01, Because, options offered",
        "'', 2999-01-01, Because, options offered",
        "customer, someday, Because, is not a date",
        "customer, 2020-01-01, Because, after today",
        "customer, 2999-01-01, Because, a year ahead",
        "supplier, soon, '', is not a date"
    })
    void requestThatMakesNoSenseIsRefusedInWords(String side, String until, String reason, String words) {
        var answer = desk1.postForm(waiting(), form(side, until, reason));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words);
        assertThat(waits.at(order, TASK)).isEmpty();
    }

    @Test
    void reasonIsNeededAndWhatWasTypedStands() {
        var answer = desk1.reading("nl").postForm(waiting(), form("supplier", SOON.toString(), " "));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "„Omdat” ontbreekt",
                        "value=\"" + SOON + "\"",
                        "value=\"supplier\" required checked=\"checked\"");
    }

    @Test
    void onlyThoseWhoseTaskItIsLetItWait() {
        for (String other : List.of("relations1", "adviser1", "operations1")) {
            assertThat(desk1.as(other).get("/orders/" + order).body())
                    .as(other)
                    .contains(order)
                    .doesNotContain("/waiting");
            assertThat(desk1.as(other)
                            .postForm(waiting(), form("customer", SOON.toString(), "Because"))
                            .statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(desk1.as("auditor1")
                        .postForm(waiting(), form("customer", SOON.toString(), "Because"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(waits.at(order, TASK)).isEmpty();
        assertThat(desk1.as("manager1")
                        .postForm(waiting(), form("customer", SOON.toString(), "Because"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void taskThatIsGoneIsSaidToBeGone() {
        desk.complete(order, TASK, "desk1", Map.of("accountManager", "relations1"));
        assertThat(desk1.postForm(waiting(), form("customer", SOON.toString(), "Because"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(desk1.reading("fr")
                        .post("/api" + waiting(), body("customer"))
                        .body())
                .contains("\"status\":404", "Cette commande n’a pas de telle tâche ouverte.");
    }

    @Test
    void apiLetsATaskWaitAndTellsSo() throws Exception {
        var answer = desk1.post("/api" + waiting(), body("customer"));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode told = json.readTree(answer.body());
        assertThat(told.path("turn").asText()).isEqualTo("customer");
        assertThat(told.at("/openTasks/0/waiting"))
                .isEqualTo(json.readTree(
                        "{\"turn\":\"customer\",\"until\":\"%s\",\"reason\":\"Because\"}".formatted(SOON)));

        JsonNode after = json.readTree(desk1.delete("/api" + waiting()).body());
        assertThat(after.path("turn").asText()).isEqualTo("belnet");
        assertThat(after.at("/openTasks/0/waiting").isNull()).isTrue();
        assertThat(desk1.as("relations1")
                        .post("/api" + waiting(), body("customer"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(desk1.post("/api" + waiting(), body("nobody")).statusCode()).isEqualTo(400);
    }

    private String waiting() {
        return "/orders/%s/tasks/%s/waiting".formatted(order, task);
    }

    private static String body(String side) {
        return "{\"for\":\"%s\",\"until\":\"%s\",\"reason\":\"Because\"}".formatted(side, SOON);
    }

    private static Map<String, String> form(String side, String until, String reason) {
        return Map.of("waitFor", side, "waitUntil", until, "waitReason", reason);
    }
}

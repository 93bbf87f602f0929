package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.team.Absence;
import be.belnet.orderdesk.team.Absences;
import be.belnet.orderdesk.team.CoveredTask.State;
import be.belnet.orderdesk.team.CoveredTasks;
import be.belnet.orderdesk.team.CoveredTasks.OfOrder;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Absences as staff enter and read them. Those of operations begin on another day, so that no task moves. */
@OrderdeskTest
class AbsencePagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Absences absences;

    @Autowired
    CoveredTasks covered;

    @Autowired
    OrderFile orders;

    @Autowired
    JdbcClient jdbc;

    private ApiCaller operations;
    private ApiCaller manager;

    @BeforeEach
    void people() {
        operations = new ApiCaller(port, "operations1", "en");
        manager = operations.as("manager1");
    }

    @AfterEach
    void nobodyIsAway() {
        jdbc.sql("delete from covered_task").update();
        jdbc.sql("delete from absence").update();
    }

    @Test
    void eachEntersTheirOwnAndManagersEverybodys() {
        assertThat(enter(operations, "", 10, "operations2").statusCode()).isEqualTo(302);
        assertThat(enter(operations, "operations2", 30, "operations1").statusCode())
                .isEqualTo(403);
        assertThat(enter(manager, "operations2", 30, "operations1").statusCode())
                .isEqualTo(302);

        assertThat(absences.presentAndComing())
                .extracting(Absence::user, Absence::substitute, Absence::enteredBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("operations1", "operations2", "operations1"),
                        org.assertj.core.groups.Tuple.tuple("operations2", "operations1", "manager1"));
    }

    @Test
    void whatIsWrongIsSaidInWordsAndNothingIsLost() {
        var answer = enter(operations, "", 10, "relations1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("role=\"alert\"", "relations1 does not belong to all groups of the person")
                .contains("value=\"%s\"".formatted(absences.today().plusDays(10)));
        assertThat(post(operations, Map.of()).body()).contains("“Who stands in” is missing.");
        assertThat(post(operations, Map.of("substitute", "operations2", "firstDay", "soon"))
                        .body())
                .contains("“First day” is not a date.");
        assertThat(absences.presentAndComing()).isEmpty();
    }

    @Test
    void absenceIsCancelledByWhoIsAwayOrByAManagerAlone() {
        enter(operations, "", 10, "operations2");
        String end =
                "/absences/%d/end".formatted(absences.presentAndComing().get(0).id());

        assertThat(operations.as("operations2").postForm(end, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(operations.as("auditor1").postForm(end, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(operations.postForm(end, Map.of()).statusCode()).isEqualTo(302);
        assertThat(absences.presentAndComing()).isEmpty();
        assertThat(manager.postForm(end, Map.of()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Finished meanwhile, Decide on licence, operations2",
        "nl, Intussen afgewerkt, van operations1, Van klanten",
        "fr, Terminé entre-temps, de operations1, De la part des clients",
        "de, Inzwischen erledigt, von operations1, Von Kunden"
    })
    void whoReturnsReadsWhatHappened(String language, String first, String second, String third) {
        Absence absence = lastWeek();
        String page =
                operations.reading(language).get("/absences/" + absence.id()).body();

        assertThat(page)
                .contains(first, second, third)
                .doesNotContain("??")
                .doesNotContainPattern("[>\"]absence\\.\\w");
        assertThat(operations.reading(language).get("/absences").body())
                .contains("/absences/" + absence.id())
                .doesNotContain("??")
                .doesNotContainPattern("[>\"](absence|field)\\.\\w");
    }

    @Test
    void whatHappenedIsForWhomItConcerns() {
        String page = "/absences/" + lastWeek().id();

        assertThat(operations.as("operations2").get(page).statusCode()).isEqualTo(200);
        assertThat(manager.get(page).statusCode()).isEqualTo(200);
        assertThat(operations.as("relations1").get(page).statusCode()).isEqualTo(403);
        assertThat(operations.get("/absences/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void machinesReadEnterAndEndThem() throws Exception {
        LocalDate first = absences.today().plusDays(10);
        var entered = operations.post(
                "/api/absences",
                "{\"firstDay\": \"%s\", \"lastDay\": \"%s\", \"substitute\": \"operations2\"}".formatted(first, first));
        assertThat(entered.statusCode()).isEqualTo(201);
        assertThat(entered.body()).contains("\"person\":\"operations1\"", "\"acting\":\"operations1\"");
        assertThat(operations.as("relations1").get("/api/absences").body())
                .contains("\"substitute\":\"operations2\"", "\"firstDay\":\"%s\"".formatted(first));

        var refused = operations.post("/api/absences", "{\"substitute\": 7}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(refused.body()).contains("“First day” is missing.");

        String path = "/api/absences/" + absences.presentAndComing().get(0).id();
        assertThat(operations.as("operations2").delete(path).statusCode()).isEqualTo(403);
        assertThat(operations.as("auditor1").get("/api/absences").statusCode()).isEqualTo(200);
        assertThat(operations.as("auditor1").delete(path).statusCode()).isEqualTo(403);
        assertThat(operations.delete(path).statusCode()).isEqualTo(204);
        assertThat(operations.delete(path).statusCode()).isEqualTo(404);
    }

    /** operations1 was away; operations2 finished a task of an order whose customer wrote. */
    private Absence lastWeek() {
        LocalDate today = absences.today();
        jdbc.sql("insert into absence (user_id, first_day, last_day, substitute, entered_by, entered_at)"
                        + " values ('operations1', ?, ?, 'operations2', 'operations1', current_timestamp)")
                .params(today.minusDays(7), today)
                .update();
        Absence absence = absences.ofToday().get(0);
        String order = orders.open(new NewOrder(
                        "BAMS",
                        "order",
                        "NSOL",
                        null,
                        new Requester("Administrator", "admin@nsol.example", null, "nl"),
                        null,
                        null,
                        null))
                .number();
        covered.begin(absence, new OfOrder("task-" + order, order, "userTask_decideOnLicence"), "operations2");
        covered.settle(covered.openOf("task-" + order).orElseThrow(), State.FINISHED);
        orders.recordBy("customer", order, "mailTaken", Map.of("sender", "Administrator", "subject", "Hello"));
        jdbc.sql("update order_event set happened_at = ? where order_number = ? and actor = 'customer'")
                .params(java.sql.Timestamp.from(java.time.Instant.now().minus(java.time.Duration.ofDays(3))), order)
                .update();
        jdbc.sql("update absence set last_day = ? where id = ?")
                .params(today.minusDays(1), absence.id())
                .update();
        return absences.find(absence.id()).orElseThrow();
    }

    private java.net.http.HttpResponse<String> enter(ApiCaller who, String person, int from, String substitute) {
        LocalDate first = absences.today().plusDays(from);
        return post(
                who,
                Map.of(
                        "person",
                        person,
                        "firstDay",
                        first.toString(),
                        "lastDay",
                        first.plusDays(4).toString(),
                        "substitute",
                        substitute));
    }

    private static java.net.http.HttpResponse<String> post(ApiCaller who, Map<String, String> fields) {
        return who.postForm("/absences", fields);
    }
}

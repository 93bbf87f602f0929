package be.belnet.orderdesk.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.desk.ApiCaller;
import be.belnet.orderdesk.security.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes that were started at once on an empty database. */
@Tag("cluster")
@ExtendWith(TwoNodes.class)
class TwoNodesTest {
    private static final String LOCKED = "act_ru_job where lock_owner_ is not null";
    private static final String FILTERS = "/camunda/api/engine/engine/default/filter";

    private final Cluster cluster;

    TwoNodesTest(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void schemaModelsAndGrantsAreMadeOnce() throws IOException {
        assertThat(count("flyway_schema_history where not success")).isZero();
        assertThat(count("act_re_procdef")).isEqualTo(count("act_re_procdef where version_ = 1"));
        assertThat(count("act_re_procdef")).isEqualTo(models());
        assertThat(count("act_re_deployment")).isOne();
        assertThat(count("act_ru_filter")).isEqualTo(11);
        assertThat(count("(select name_ from act_ru_filter group by name_) as name"))
                .isEqualTo(11);
        assertThat(count("(select group_id_, resource_type_, resource_id_ from act_ru_authorization"
                        + " where group_id_ is not null group by 1, 2, 3 having count(*) > 1) as twice"))
                .isZero();
        assertThat(count("act_id_user")).isEqualTo(10);
        assertThat(count("customer_organisation")).isPositive();
        assertThat(count("(select acronym from customer_organisation group by acronym having count(*) > 1) as twice"))
                .isZero();
        assertThat(cluster.node(0).log() + cluster.node(1).log()).doesNotContain(" ERROR ");
    }

    @Test
    void whoSignedInAtOneNodeGoesOnAtTheOther() {
        Browser atFirst = new Browser(cluster.node(0).port()).signIn("manager1");
        assertThat(atFirst.get(FILTERS).statusCode()).isEqualTo(200);
        Browser atSecond = atFirst.at(cluster.node(1).port());

        assertThat(atSecond.page("/orders").statusCode()).isEqualTo(200);
        assertThat(atSecond.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(atSecond.get(FILTERS).statusCode()).isEqualTo(200);
        assertThat(atSecond.call("POST", "/camunda/api/engine/engine/default/task/unknown/claim", "{}")
                        .statusCode())
                .as("a changing call with the token of the other node")
                .isNotIn(401, 403);
        assertThat(atFirst.get(FILTERS).statusCode()).isEqualTo(200);
    }

    @Test
    void whoSignedOutAtOneNodeIsSignedOutAtTheOther() {
        Browser atFirst = new Browser(cluster.node(0).port()).signIn("manager1");
        Browser atSecond = atFirst.at(cluster.node(1).port());
        assertThat(atSecond.get(FILTERS).statusCode()).isEqualTo(200);
        atFirst.call("POST", "/camunda/api/admin/auth/user/default/logout", "");

        assertThat(atSecond.get(FILTERS).statusCode()).isEqualTo(401);
    }

    /** Somebody is erased at one node, and what is kept about somebody is given out, while both work on others' orders. */
    @Test
    void erasingAndExportingWhileOrdersRunLeavesNoMarkInALog() {
        String mark = "mark" + UUID.randomUUID().toString().substring(0, 8);
        String name = "Person O’" + mark;
        String email = mark + "@customer.example";
        var one = new Staff(cluster.node(0).port(), cluster.database());
        var other = new Staff(cluster.node(1).port(), cluster.database());
        one.order("KORTUNI", name, email);
        String order = newest("BAMS-%");
        withdraw(order, mark + " thinks again");
        var others = CompletableFuture.runAsync(() -> List.of("UMOSANE", "DEMERHS", "NSOL")
                .forEach(acronym -> List.of(one, other).forEach(staff -> staff.order(acronym))));
        one.start(
                "data-request",
                Map.of(
                        "requestKind", "erase",
                        "personName", name,
                        "personEmail", email,
                        "details", mark,
                        "receivedOn", LocalDate.now().toString()));
        String request = newest("PRIV-%");
        other.complete(
                "userTask_checkIdentity",
                "desk1",
                Map.of("identityCheck", "confirmed", "identityMethod", "knownAddress"));
        var desk = new Browser(cluster.node(1).port()).signIn("desk1");
        String export =
                desk.get("/privacy/requests/" + request + "/export.json").body();
        assertThat(desk.get("/privacy/requests/" + request + "/export.pdf").statusCode())
                .isEqualTo(200);
        one.complete("userTask_decideOnErasure", "manager1", Map.of("erasureDecision", "approve"));
        other.complete("userTask_answerRequest", "desk1", Map.of("answerDecision", "answered", "answerWay", "mail"));
        others.join();

        assertThat(export).contains(email);
        assertThat(cluster.database()
                        .sql("select requester_email from service_order where number = ?")
                        .param(order)
                        .query(String.class)
                        .single())
                .startsWith("erased-");
        assertThat(cluster.node(0).log() + cluster.node(1).log())
                .contains("Erased for " + request)
                .doesNotContain(mark);
    }

    /** Sent again while the order's own steps change it at the same moment, as the answer says. */
    private void withdraw(String order, String reason) {
        var desk = new ApiCaller(cluster.node(1).port(), "desk1", "en");
        Awaitility.await()
                .until(
                        () -> desk.post("/api/orders/" + order + "/withdrawal", "{\"reason\":\"" + reason + "\"}")
                                .statusCode(),
                        status -> status < 300);
    }

    private String newest(String numbers) {
        return cluster.database()
                .sql(
                        "select business_key_ from act_hi_procinst where business_key_ like ? order by start_time_ desc limit 1")
                .param(numbers)
                .query(String.class)
                .single();
    }

    /** Its only thread is in the middle of a call that takes its time, and other jobs wait for it. */
    @Test
    void nodeThatIsStoppedInOrderEndsWhatItDoesAndGivesBackTheRest() {
        cluster.node(1).stop();
        cluster.partner("fortiflex", """
                {"fault": "slow", "seconds": 15, "path": "vm/create"}""");
        var staff = new Staff(cluster.node(0).port(), cluster.database());
        staff.signedOrder("HEARD");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> cluster.effects("licence created") == 1);
        List.of("KORTUNI", "UMOSANE", "DEMERHS").forEach(staff::order);
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> count(LOCKED) > 1);

        String said = cluster.node(0).stop();

        assertThat(count("effect where object_id is not null and state = 'done'"))
                .isOne();
        assertThat(count("act_ru_job")).isPositive();
        assertThat(count(LOCKED)).isZero();
        assertThat(count("partner_gate where holder is not null")).isZero();
        assertThat(said).contains("Graceful shutdown complete").doesNotContain(" ERROR ", " WARN ", "Exception");
    }

    private long count(String table) {
        return cluster.database()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static long models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).count();
        }
    }
}

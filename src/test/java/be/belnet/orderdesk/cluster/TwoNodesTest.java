package be.belnet.orderdesk.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.security.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

package be.belnet.orderdesk.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Way;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outboxes of several nodes look for mails that wait at the same moment. */
@ProcessTest
class OutboxTogetherTest {
    @Autowired
    Outbox outbox;

    @Autowired
    Way way;

    @Autowired
    JdbcClient jdbc;

    @Test
    void eachMailIsClaimedByOneOfThem() throws Exception {
        String order = way.contractOut("fr");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> waiting(order) == 0);
        jdbc.sql("update correspondence set sent_at = null, attempts = 0, next_attempt_at = ? where order_number = ?")
                .params(Timestamp.from(Instant.EPOCH), order)
                .update();

        assertThat(AtOnce.run(6, outbox::sendWaiting)).isEmpty();

        assertThat(waiting(order)).isZero();
        assertThat(attempts(order)).hasSizeGreaterThan(2).containsOnly(1);
    }

    private int waiting(String order) {
        return jdbc.sql("select count(*) from correspondence where order_number = ? and sent_at is null")
                .param(order)
                .query(Integer.class)
                .single();
    }

    private List<Integer> attempts(String order) {
        return jdbc.sql("select attempts from correspondence where order_number = ?")
                .param(order)
                .query(Integer.class)
                .list();
    }
}

package be.belnet.orderdesk.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts our own tables. Each count goes by an index to what is open now, so that ten years of closed orders do not make
 * it slower.
 */
@Component
class OrderTables {
    /** States of effects that are neither done nor undone. */
    static final List<String> OPEN_EFFECTS = List.of("intended", "calling", "unknown", "refused");

    private static final Duration OLD = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration lease;

    OrderTables(JdbcClient jdbc, Clock clock, @Value("${orderdesk.effects.lease}") Duration lease) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lease = lease;
    }

    OrderCounts count() {
        Instant now = clock.instant();
        Mails mails = mails(now);
        return new OrderCounts(orders(), effects(), oldLeases(now), mails.waiting(), mails.oldest());
    }

    private Map<String, Long> orders() {
        return numbers(jdbc.sql("select state, turn, count(*) from service_order where state in ('open', 'cancelling')"
                        + " group by state, turn")
                .query((row, index) -> Map.entry(row.getString(1) + " " + row.getString(2), row.getLong(3)))
                .list());
    }

    private Map<String, Long> effects() {
        return numbers(jdbc.sql("select state, count(*) from effect where state in (:states) group by state")
                .param("states", OPEN_EFFECTS)
                .query((row, index) -> Map.entry(row.getString(1), row.getLong(2)))
                .list());
    }

    private long oldLeases(Instant now) {
        return jdbc.sql("select count(*) from effect where state = 'calling' and lease_until < ?")
                .param(Timestamp.from(now.plus(lease).minus(OLD)))
                .query(Long.class)
                .single();
    }

    private Mails mails(Instant now) {
        return jdbc.sql("select count(*), min(written_at) from correspondence where sent_at is null")
                .query((row, index) -> mails(row, now))
                .single();
    }

    private static Mails mails(ResultSet row, Instant now) throws SQLException {
        Timestamp oldest = row.getTimestamp(2);
        return new Mails(row.getLong(1), oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now));
    }

    private static Map<String, Long> numbers(List<Map.Entry<String, Long>> rows) {
        return rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Mails(long waiting, Duration oldest) {}
}

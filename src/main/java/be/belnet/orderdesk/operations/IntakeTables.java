package be.belnet.orderdesk.operations;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the tables of the mail intake, by their indexes. */
@Component
class IntakeTables {
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean off;

    IntakeTables(JdbcClient jdbc, Clock clock, @Value("${orderdesk.intake.host}") String host) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.off = host.isBlank();
    }

    IntakeCounts count() {
        return new IntakeCounts(mails(), off ? Duration.ZERO : unread());
    }

    private Map<String, Long> mails() {
        return jdbc
                .sql(
                        "select standing, count(*) from (select case when state = 'waiting' and attempts > 0 then 'failing'"
                                + " else state end as standing from incoming_mail where state in ('waiting', 'triage')"
                                + " or state = 'held' and taken_at > ?) mails group by standing")
                .param(Timestamp.from(clock.instant().minus(DAY)))
                .query((row, index) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A box that was never read has not been waited for either. */
    private Duration unread() {
        Instant now = clock.instant();
        return jdbc
                .sql("select max(read_at) from intake_box")
                .query((row, index) -> row.getTimestamp(1))
                .list()
                .stream()
                .filter(read -> read != null)
                .map(read -> Duration.between(read.toInstant(), now))
                .findFirst()
                .orElse(Duration.ZERO);
    }
}

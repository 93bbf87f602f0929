package be.belnet.orderdesk.dcs.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets one node at a time look through the validations of a CA, and none sooner than is due. */
@Component
class WatchRounds {
    private final JdbcClient jdbc;
    private final Clock clock;

    WatchRounds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether the caller is to look now */
    boolean begin(String authority, Duration pause) {
        Instant now = clock.instant();
        return take(authority, now, pause) || first(authority, now, pause);
    }

    private boolean take(String authority, Instant now, Duration pause) {
        return jdbc.sql("update validation_round set next_at = ? where authority = ? and next_at <= ?")
                        .params(Timestamp.from(now.plus(pause)), authority, Timestamp.from(now))
                        .update()
                == 1;
    }

    private boolean first(String authority, Instant now, Duration pause) {
        try {
            return jdbc.sql("insert into validation_round (authority, next_at) select ?, ?"
                                    + " where not exists (select 1 from validation_round where authority = ?)")
                            .params(authority, Timestamp.from(now.plus(pause)), authority)
                            .update()
                    == 1;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }
}

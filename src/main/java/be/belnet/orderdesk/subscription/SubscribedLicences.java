package be.belnet.orderdesk.subscription;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Licences that subscriptions in use depend on, by when they end. */
@Service
@Transactional
public class SubscribedLicences {
    private static final Duration ASK_AGAIN = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final SubscriptionHistory history;
    private final Clock clock;

    SubscribedLicences(JdbcClient jdbc, SubscriptionHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** Subscriptions in use whose licence ends nobody knows when, unless that was asked for within a day. */
    @Transactional(readOnly = true)
    public List<Subscription> withoutEnd(int most) {
        return jdbc.sql("select * from subscription where licence_serial is not null and licence_ends_on is null"
                        + " and state in ('active', 'migrating') and (licence_looked_at is null or licence_looked_at < ?)"
                        + " order by id limit ?")
                .params(Timestamp.from(askedBefore()), most)
                .query(Subscriptions::subscription)
                .list();
    }

    /** True for one caller a day: it asks the supplier for the end. */
    public boolean claim(Subscription subscription) {
        return jdbc.sql("update subscription set licence_looked_at = ? where id = ?"
                                + " and (licence_looked_at is null or licence_looked_at < ?)")
                        .params(Timestamp.from(now()), subscription.id(), Timestamp.from(askedBefore()))
                        .update()
                == 1;
    }

    /**
     * Subscriptions in use whose licence ends by a day, though the service goes on after it; without those whose licence
     * somebody left at that.
     */
    @Transactional(readOnly = true)
    public List<Subscription> endingBy(LocalDate day) {
        return jdbc.sql("select * from subscription where live = 1 and licence_ends_on <= ?"
                        + " and state in ('active', 'migrating') and (ends_on is null or ends_on > licence_ends_on + 1)"
                        + " and (licence_left_on is null or licence_left_on <> licence_ends_on)"
                        + " order by licence_ends_on, id")
                .param(day)
                .query(Subscriptions::subscription)
                .list();
    }

    /** Somebody decided that the licence ends when it does; a later end is looked after again. */
    public void leave(Subscription subscription, String file) {
        LocalDate end = subscription.references().licenceEndsOn();
        jdbc.sql("update subscription set licence_left_on = ? where id = ?")
                .params(end, subscription.id())
                .update();
        history.note(subscription.id(), "licenceLeft", file, end.toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Instant askedBefore() {
        return now().minus(ASK_AGAIN);
    }
}

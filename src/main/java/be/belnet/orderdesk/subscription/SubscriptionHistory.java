package be.belnet.orderdesk.subscription;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.time.BelgianTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What happened to subscriptions: who did it, when, and what brought it. Written in the caller's transaction. */
@Component
class SubscriptionHistory {
    private final JdbcClient jdbc;
    private final Clock clock;

    SubscriptionHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Something that leaves the state as it is. */
    void note(long id, String kind, String orderNumber, String detail) {
        write(id, kind, null, null, today(), orderNumber, detail);
    }

    void noteFrom(long id, String kind, LocalDate countsFrom, String orderNumber, String detail) {
        write(id, kind, null, null, countsFrom, orderNumber, detail);
    }

    void noteState(
            long id,
            String kind,
            SubscriptionState from,
            SubscriptionState to,
            LocalDate countsFrom,
            String orderNumber,
            String detail) {
        write(id, kind, from == null ? null : from.code(), to.code(), countsFrom, orderNumber, detail);
    }

    /** Oldest first. */
    List<SubscriptionEvent> of(long id) {
        return jdbc.sql("select * from subscription_event where subscription_id = ? order by id")
                .param(id)
                .query(SubscriptionHistory::event)
                .list();
    }

    LocalDate today() {
        return BelgianTime.today(clock);
    }

    private void write(
            long id, String kind, String from, String to, LocalDate countsFrom, String orderNumber, String detail) {
        jdbc.sql("insert into subscription_event (subscription_id, happened_at, actor, kind, from_state, to_state,"
                        + " counts_from, order_number, detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(id, Moments.now(clock), actor(), kind, from, to, countsFrom, orderNumber, detail))
                .update();
    }

    private static String actor() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null || !signedIn.isAuthenticated() ? "orderdesk" : signedIn.getName();
    }

    private static SubscriptionEvent event(ResultSet row, int index) throws SQLException {
        return new SubscriptionEvent(
                row.getTimestamp("happened_at").toInstant(),
                row.getString("actor"),
                row.getString("kind"),
                state(row.getString("from_state")),
                state(row.getString("to_state")),
                row.getObject("counts_from", LocalDate.class),
                row.getString("order_number"),
                row.getString("detail"));
    }

    private static SubscriptionState state(String code) {
        return Optional.ofNullable(code).map(SubscriptionState::of).orElse(null);
    }
}

package be.belnet.orderdesk.partner;

import be.belnet.orderdesk.database.OwnTransaction;
import be.belnet.orderdesk.partner.PartnerGate.Limits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Who is inside a gate, and the calls of the last hour. The database's clock counts, since those of nodes may differ. */
@Component
class GateRows {
    private static final Logger LOG = LoggerFactory.getLogger(GateRows.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final OwnTransaction ownTransaction;

    GateRows(OwnTransaction ownTransaction) {
        this.ownTransaction = ownTransaction;
    }

    /**
     * False while another call is inside.
     *
     * @throws PartnerBusyException when as many calls were made as the partner allows
     */
    boolean enter(String gate, String pass, Limits limits) {
        return ownTransaction.run(jdbc -> {
            Gate found = lock(jdbc, gate);
            if (found.isHeld()) {
                return false;
            }
            forget(jdbc, gate, found.now().minus(HOUR));
            var calls = new Budgets(jdbc, gate, found.now());
            calls.refuse(limits.errorsPerHour(), HOUR, true, "too many errors in the hour");
            calls.refuse(limits.callsPerHour(), HOUR, false, "too many calls in the hour");
            calls.refuse(limits.callsPerMinute(), MINUTE, false, "too many calls in the minute");
            hold(jdbc, gate, pass, found.now(), limits.lease());
            return true;
        });
    }

    /** Never spoils what the call brought: a gate that cannot be given back opens by itself. */
    void leave(String gate, String pass, boolean failed) {
        try {
            ownTransaction.run(jdbc -> release(jdbc, gate, pass, failed));
        } catch (DataAccessException | TransactionException notGivenBack) {
            LOG.warn(
                    "Gate of {} not given back: {}",
                    gate,
                    notGivenBack.getClass().getSimpleName());
        }
    }

    private static Gate lock(JdbcClient jdbc, String gate) {
        return jdbc.sql("select current_timestamp as looked_at, held_until from partner_gate where name = ? for update")
                .param(gate)
                .query((row, index) -> new Gate(instant(row, "looked_at"), instant(row, "held_until")))
                .single();
    }

    private static void forget(JdbcClient jdbc, String gate, Instant before) {
        jdbc.sql("delete from partner_call where gate = ? and called_at <= ?")
                .params(gate, Timestamp.from(before))
                .update();
    }

    private static void hold(JdbcClient jdbc, String gate, String pass, Instant now, Duration lease) {
        jdbc.sql("insert into partner_call (id, gate, called_at, failed) values (?, ?, ?, false)")
                .params(pass, gate, Timestamp.from(now))
                .update();
        jdbc.sql("update partner_gate set holder = ?, held_until = ? where name = ?")
                .params(pass, Timestamp.from(now.plus(lease)), gate)
                .update();
    }

    private static int release(JdbcClient jdbc, String gate, String pass, boolean failed) {
        if (failed) {
            jdbc.sql("update partner_call set failed = true where id = ?")
                    .param(pass)
                    .update();
        }
        return jdbc.sql("update partner_gate set holder = null, held_until = null where name = ? and holder = ?")
                .params(gate, pass)
                .update();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private record Gate(Instant now, Instant heldUntil) {
        boolean isHeld() {
            return heldUntil != null && heldUntil.isAfter(now);
        }
    }

    /** What is left of the calls that a partner allows. */
    private record Budgets(JdbcClient jdbc, String gate, Instant now) {
        void refuse(int most, Duration period, boolean errorsOnly, String words) {
            oldestOf(most, now.minus(period), errorsOnly).ifPresent(oldest -> {
                throw new PartnerBusyException(gate, Duration.between(now, oldest.plus(period)), words);
            });
        }

        /** Until this one is too old to count there is no room for another; empty while there is room. */
        private Optional<Instant> oldestOf(int most, Instant since, boolean errorsOnly) {
            return jdbc.sql("select called_at from partner_call where gate = ? and called_at > ? and (failed or ?)"
                            + " order by called_at desc offset ? rows fetch next 1 rows only")
                    .params(gate, Timestamp.from(since), !errorsOnly, most - 1)
                    .query(Timestamp.class)
                    .optional()
                    .map(Timestamp::toInstant);
        }
    }
}

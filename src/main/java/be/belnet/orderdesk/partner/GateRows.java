package be.belnet.orderdesk.partner;

import be.belnet.orderdesk.database.OwnTransaction;
import be.belnet.orderdesk.partner.PartnerGate.Limits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
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

    private static final String PAST = """
            select
                (select min(called_at) from partner_call where gate = :gate) as first_call,
                (select called_at from partner_call where gate = :gate and called_at > :hourAgo and failed
                    order by called_at desc offset :errorsPerHour rows fetch next 1 rows only) as errors_hour,
                (select called_at from partner_call where gate = :gate and called_at > :hourAgo
                    order by called_at desc offset :callsPerHour rows fetch next 1 rows only) as calls_hour,
                (select called_at from partner_call where gate = :gate and called_at > :minuteAgo
                    order by called_at desc offset :callsPerMinute rows fetch next 1 rows only) as calls_minute
            """;

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
            Past past = past(jdbc, gate, found.now(), limits);
            past.refuse(gate, found.now());
            if (past.isLong(found.now())) {
                forget(jdbc, gate, found.now().minus(HOUR));
            }
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

    /** A statement of its own: it sees what whoever held the gate until now has left behind. */
    private static Past past(JdbcClient jdbc, String gate, Instant now, Limits limits) {
        return jdbc.sql(PAST)
                .param("gate", gate)
                .param("minuteAgo", Timestamp.from(now.minus(MINUTE)))
                .param("hourAgo", Timestamp.from(now.minus(HOUR)))
                .param("errorsPerHour", limits.errorsPerHour() - 1)
                .param("callsPerHour", limits.callsPerHour() - 1)
                .param("callsPerMinute", limits.callsPerMinute() - 1)
                .query((row, index) -> new Past(
                        instant(row, "first_call"),
                        instant(row, "errors_hour"),
                        instant(row, "calls_hour"),
                        instant(row, "calls_minute")))
                .single();
    }

    /**
     * The calls of the last hour, as far as they count. Of each limit that is reached the call that must be forgotten before
     * there is room for another; null while there is room.
     *
     * @param firstCall the oldest that is written down; null when there is none
     */
    private record Past(Instant firstCall, Instant errorsInHour, Instant callsInHour, Instant callsInMinute) {
        void refuse(String gate, Instant now) {
            refuse(gate, now, errorsInHour, HOUR, "too many errors in the hour");
            refuse(gate, now, callsInHour, HOUR, "too many calls in the hour");
            refuse(gate, now, callsInMinute, MINUTE, "too many calls in the minute");
        }

        /** Calls that count no more are deleted many at a time. */
        boolean isLong(Instant now) {
            return firstCall != null && firstCall.isBefore(now.minus(HOUR.multipliedBy(2)));
        }

        private static void refuse(String gate, Instant now, Instant oldest, Duration period, String words) {
            if (oldest != null) {
                throw new PartnerBusyException(gate, Duration.between(now, oldest.plus(period)), words);
            }
        }
    }
}

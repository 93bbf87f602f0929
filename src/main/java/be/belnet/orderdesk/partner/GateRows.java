package be.belnet.orderdesk.partner;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.database.OwnTransaction;
import be.belnet.orderdesk.partner.PartnerGate.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Who is inside a gate, and the calls of the last hour. The database's clock counts, since those of nodes may differ. */
@Component
class GateRows {
    private static final Logger LOG = LoggerFactory.getLogger(GateRows.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String CALLS =
            " from partner_call where gate = :gate and called_at > current_timestamp - interval '1' ";

    /** A statement after the one that takes the gate: it sees what whoever held it until then has left behind. */
    private static final String CALL = """
            insert into partner_call (id, gate, called_at, failed)
            select cast(:pass as varchar(36)), cast(:gate as varchar(60)), current_timestamp, false
            where (select count(*)%1$shour and failed) < :errorsPerHour
            and (select count(*)%1$shour) < :callsPerHour
            and (select count(*)%1$sminute) < :callsPerMinute
            """.formatted(CALLS);

    private static final String FULL = """
            select current_timestamp as looked_at,
                (select called_at%1$shour and failed
                    order by called_at desc offset (:errorsPerHour - 1) rows fetch next 1 rows only) as errors_hour,
                (select called_at%1$shour
                    order by called_at desc offset (:callsPerHour - 1) rows fetch next 1 rows only) as calls_hour,
                (select called_at%1$sminute
                    order by called_at desc offset (:callsPerMinute - 1) rows fetch next 1 rows only) as calls_minute
            """.formatted(CALLS);

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
            if (!take(jdbc, gate, pass, limits.lease())) {
                return false;
            }
            if (!call(jdbc, gate, pass, limits)) {
                throw refusal(jdbc, gate, limits);
            }
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

    /** Calls that count no more. */
    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        ownTransaction.run(
                jdbc -> jdbc.sql("delete from partner_call where called_at <= current_timestamp - interval '1' hour")
                        .update());
    }

    private static boolean take(JdbcClient jdbc, String gate, String pass, Duration lease) {
        return jdbc.sql("update partner_gate set holder = ?,"
                                + " held_until = current_timestamp + interval '0.001' second * cast(? as integer)"
                                + " where name = ? and (held_until is null or held_until <= current_timestamp)")
                        .params(pass, lease.toMillis(), gate)
                        .update()
                == 1;
    }

    private static boolean call(JdbcClient jdbc, String gate, String pass, Limits limits) {
        return about(jdbc, CALL, gate, limits).param("pass", pass).update() == 1;
    }

    private static JdbcClient.StatementSpec about(JdbcClient jdbc, String sql, String gate, Limits limits) {
        return jdbc.sql(sql)
                .param("gate", gate)
                .param("errorsPerHour", limits.errorsPerHour())
                .param("callsPerHour", limits.callsPerHour())
                .param("callsPerMinute", limits.callsPerMinute());
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

    /** Until the call is forgotten that leaves no room for another one. */
    private static PartnerBusyException refusal(JdbcClient jdbc, String gate, Limits limits) {
        return about(jdbc, FULL, gate, limits)
                .query((row, index) -> {
                    Instant now = Moments.read(row, "looked_at");
                    return Stream.of(
                                    busy(
                                            gate,
                                            now,
                                            Moments.read(row, "errors_hour"),
                                            HOUR,
                                            "too many errors in the hour"),
                                    busy(
                                            gate,
                                            now,
                                            Moments.read(row, "calls_hour"),
                                            HOUR,
                                            "too many calls in the hour"),
                                    busy(
                                            gate,
                                            now,
                                            Moments.read(row, "calls_minute"),
                                            MINUTE,
                                            "too many calls in the minute"))
                            .flatMap(Optional::stream)
                            .findFirst()
                            // what filled it was forgotten meanwhile
                            .orElseGet(() -> new PartnerBusyException(gate, Duration.ZERO, "too many calls"));
                })
                .single();
    }

    /** @param oldest of the calls that fill the period; null where there is room */
    private static Optional<PartnerBusyException> busy(
            String gate, Instant now, Instant oldest, Duration period, String words) {
        return Optional.ofNullable(oldest)
                .map(call -> new PartnerBusyException(gate, Duration.between(now, call.plus(period)), words));
    }
}

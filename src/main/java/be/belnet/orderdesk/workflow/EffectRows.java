package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.database.OwnTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The effect rows. Each write commits at once, so that it outlives a crash and the engine's roll-back; but a person's
 * word commits with the form that says it.
 */
@Component
class EffectRows {
    private static final int LONGEST_DETAIL = 1000;

    private static final String BEGIN = """
            insert into effect (effect_key, order_number, partner, step, state, attempts, intended_at, first_attempt_at,
                lease_owner, lease_until)
            select cast(:key as varchar(400)), cast(:order as varchar(32)), cast(:partner as varchar(60)),
                cast(:step as varchar(360)), 'calling', 1, cast(:now as timestamp with time zone),
                cast(:now as timestamp with time zone), cast(:owner as varchar(64)),
                cast(:until as timestamp with time zone)
            where not exists (select 1 from effect where effect_key = :key)
            and not exists (select 1 from service_order where number = :order and state <> 'open')
            and not exists (select 1 from partner_pause where partner = :partner and paused_until > :now)
            """;

    private final OwnTransaction ownTransaction;
    private final JdbcClient callersTransaction;

    EffectRows(OwnTransaction ownTransaction, JdbcClient callersTransaction) {
        this.ownTransaction = ownTransaction;
        this.callersTransaction = callersTransaction;
    }

    void intend(Intent intent, Instant now) {
        if (find(intent.key()).isPresent()) {
            return;
        }
        try {
            ownTransaction.run(jdbc -> jdbc.sql("insert into effect (effect_key, order_number, partner, step, state,"
                            + " attempts, intended_at) values (?, ?, ?, ?, 'intended', 0, ?)")
                    .params(intent.key(), intent.order(), intent.partner(), intent.step(), at(now))
                    .update());
        } catch (DuplicateKeyException intendedByAnother) {
            // one intent is all that was wanted
        }
    }

    /**
     * Intent and lease of a first attempt in one commit: true where no effect of this key was there, the order is open or
     * has no file, and the partner is not paused. Whoever gets false asks step by step why.
     */
    boolean begin(Intent intent, String owner, Instant now, Instant until) {
        try {
            return ownTransaction.run(jdbc -> jdbc.sql(BEGIN)
                            .param("key", intent.key())
                            .param("order", intent.order())
                            .param("partner", intent.partner())
                            .param("step", intent.step())
                            .param("owner", owner)
                            .param("now", at(now))
                            .param("until", at(until))
                            .update())
                    == 1;
        } catch (DuplicateKeyException begunByAnother) {
            return false;
        }
    }

    Optional<Effect> find(String key) {
        return ownTransaction.run(jdbc -> jdbc.sql("select * from effect where effect_key = ?")
                .param(key)
                .query(EffectRows::effect)
                .optional());
    }

    /** Newest first. */
    List<Effect> ofOrder(String order) {
        return ownTransaction.run(
                jdbc -> jdbc.sql("select * from effect where order_number = ? order by intended_at desc, effect_key")
                        .param(order)
                        .query(EffectRows::effect)
                        .list());
    }

    /** True for one caller at a time, until the lease is over or given back; never for what is done. */
    boolean lease(String key, String owner, Instant now, Instant until) {
        return ownTransaction.run(
                        jdbc -> jdbc.sql("update effect set state = 'calling', lease_owner = ?, lease_until = ?,"
                                        + " attempts = attempts + 1, first_attempt_at = coalesce(first_attempt_at, ?)"
                                        + " where effect_key = ? and state not in ('done', 'undone')"
                                        + " and (lease_until is null or lease_until < ?)")
                                .params(owner, at(until), at(now), key, at(now))
                                .update())
                == 1;
    }

    /** False when the lease ran out and another attempt took over; the row is that one's then. */
    boolean done(String key, String owner, String objectId) {
        return settle(key, owner, Effect.State.DONE, objectId, null, false);
    }

    void notDone(String key, String owner, String detail) {
        settle(key, owner, Effect.State.INTENDED, null, detail, false);
    }

    /** Not even asked for; it does not count as an attempt, and all stands as it did. */
    void notTried(String key, String owner, Effect.State standing, String detail) {
        ownTransaction.run(jdbc -> jdbc.sql(
                        "update effect set state = ?, attempts = attempts - 1,"
                                + " lease_until = null, detail = ? where effect_key = ? and lease_owner = ? and state <> 'done'")
                .params(Arrays.asList(standing.code(), shortened(detail), key, owner))
                .update());
    }

    void refused(String key, String owner, String detail) {
        settle(key, owner, Effect.State.REFUSED, null, detail, false);
    }

    /** Keeps the lease: nobody may try again before the partner had time to settle. */
    void unknown(String key, String owner, String detail) {
        settle(key, owner, Effect.State.UNKNOWN, null, detail, true);
    }

    /** It could not be looked up whether an earlier attempt did it; whoever asks next may look at once. */
    void stillUnknown(String key, String owner, String detail) {
        settle(key, owner, Effect.State.UNKNOWN, null, detail, false);
    }

    void spoiled(String key, String objectId, String detail) {
        ownTransaction.run(jdbc -> jdbc.sql("update effect set state = 'intended', object_id = null, detail = ?"
                        + " where effect_key = ? and state = 'done' and object_id = ?")
                .params(detail, key, objectId)
                .update());
    }

    void allowAgain(String key) {
        ownTransaction.run(jdbc -> jdbc.sql("update effect set attempts = 0 where effect_key = ? and state <> 'done'")
                .param(key)
                .update());
    }

    void undone(String key, String objectId) {
        ownTransaction.run(jdbc -> jdbc.sql("update effect set state = 'undone', lease_until = null, object_id = ?,"
                        + " detail = null where effect_key = ?")
                .params(Arrays.asList(objectId, key))
                .update());
    }

    void doneByHand(String key, String objectId) {
        callersTransaction
                .sql("update effect set state = 'done', lease_until = null, object_id = ?, detail = ?"
                        + " where effect_key = ?")
                .params(objectId, Effect.BY_HAND, key)
                .update();
    }

    void undoneByHand(String key) {
        callersTransaction
                .sql("update effect set state = 'undone', lease_until = null, detail = ? where effect_key = ?")
                .params(Effect.BY_HAND, key)
                .update();
    }

    /** As it is committed now, for each statement sees that; empty for numbers that have no order file. */
    Optional<String> orderState(String order) {
        return callersTransaction
                .sql("select state from service_order where number = ?")
                .param(order)
                .query(String.class)
                .optional();
    }

    private boolean settle(
            String key, String owner, Effect.State state, String objectId, String detail, boolean keepLease) {
        return ownTransaction.run(
                        jdbc -> jdbc.sql("update effect set state = ?, object_id = coalesce(?, object_id), detail = ?"
                                        + (keepLease ? "" : ", lease_until = null")
                                        + " where effect_key = ? and lease_owner = ? and state <> 'done'")
                                .params(state.code(), objectId, shortened(detail), key, owner)
                                .update())
                == 1;
    }

    /** What is about to be done at a partner. */
    record Intent(String key, String order, String partner, String step) {}

    private static String shortened(String detail) {
        return detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }

    private static Effect effect(ResultSet row, int index) throws SQLException {
        return new Effect(
                row.getString("effect_key"),
                row.getString("order_number"),
                row.getString("partner"),
                row.getString("step"),
                Effect.State.of(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("intended_at").toInstant(),
                Moments.read(row, "lease_until"),
                row.getString("object_id"),
                row.getString("detail"));
    }

    private static Timestamp at(Instant moment) {
        return Timestamp.from(moment.truncatedTo(ChronoUnit.MICROS));
    }
}

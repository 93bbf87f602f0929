package be.belnet.orderdesk.reconciliation;

import static be.belnet.orderdesk.reconciliation.NightRows.at;

import be.belnet.orderdesk.database.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of differences. */
@Component
class DifferenceRows {
    private static final int LONGEST = 255;

    private final JdbcClient jdbc;

    DifferenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String part, Difference seen, DifferenceState state, String night, Instant askedAt) {
        jdbc.sql(
                        "insert into reconciliation_difference (part, kind, subject, live, state, acronym, subscription_id, ours,"
                                + " theirs, act, asked_at, first_seen, last_seen) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        part,
                        seen.kind().code(),
                        shortened(seen.subject()),
                        state == DifferenceState.DOUBTFUL ? null : 1,
                        state.code(),
                        seen.acronym(),
                        seen.subscriptionId(),
                        shortened(seen.ours()),
                        shortened(seen.theirs()),
                        act(seen, state),
                        at(askedAt),
                        night,
                        night))
                .update();
    }

    /** A newer listing is doubted in the place of the last one. */
    void forgetDoubtful(String part) {
        jdbc.sql("delete from reconciliation_difference where part = ? and state = 'doubtful'")
                .param(part)
                .update();
    }

    /** What is proposed on the ground of a doubtful listing is not proposed. */
    private static String act(Difference seen, DifferenceState state) {
        return seen.act() == null || state == DifferenceState.DOUBTFUL
                ? null
                : seen.act().code();
    }

    void seeAgain(long id, Difference seen, String night, Instant askedAt) {
        jdbc.sql("update reconciliation_difference set acronym = ?, subscription_id = ?, ours = ?, theirs = ?, act = ?,"
                        + " asked_at = ?, last_seen = ? where id = ?")
                .params(Arrays.asList(
                        seen.acronym(),
                        seen.subscriptionId(),
                        shortened(seen.ours()),
                        shortened(seen.theirs()),
                        act(seen, DifferenceState.OPEN),
                        at(askedAt),
                        night,
                        id))
                .update();
    }

    /** As if it was found for the first time. */
    void report(long id) {
        jdbc.sql("update reconciliation_difference set state = 'reported', task = null, place = null, reason = null,"
                        + " words = null, decided_by = null, decided_at = null, again_on = null where id = ?")
                .param(id)
                .update();
    }

    /** It is seen no more; what was decided stays. */
    void close(long id) {
        jdbc.sql("update reconciliation_difference set live = null,"
                        + " state = case when state in ('settled', 'byHand') then state else 'gone' end where id = ?")
                .param(id)
                .update();
    }

    /** Those that are seen at a partner and in no task yet, of all parts. */
    int putBeforePeople(String task) {
        return jdbc.sql("update reconciliation_difference set state = 'open', task = ?"
                        + " where live = 1 and state = 'reported'")
                .param(task)
                .update();
    }

    int countReported() {
        return jdbc.sql("select count(*) from reconciliation_difference where live = 1 and state = 'reported'")
                .query(Integer.class)
                .single();
    }

    /** Decided on, and not done yet; or to be decided on. */
    int countLeft(String task) {
        return jdbc.sql("select count(*) from reconciliation_difference where task = ? and live = 1"
                        + " and state in ('open', 'acting')")
                .param(task)
                .query(Integer.class)
                .single();
    }

    List<KnownDifference> live(String part) {
        return jdbc.sql("select * from reconciliation_difference where part = ? and live = 1")
                .param(part)
                .query(DifferenceRows::known)
                .list();
    }

    /** Those to be decided on in a task, by kind. */
    List<KnownDifference> open(String task) {
        return jdbc.sql("select * from reconciliation_difference where task = ? and live = 1 and state = 'open'"
                        + " order by kind, part, acronym, subject, id")
                .param(task)
                .query(DifferenceRows::known)
                .list();
    }

    /** The one that is to be done at a place of a task, from 0; empty once it is done or seen no more. */
    Optional<KnownDifference> acting(String task, int place) {
        return jdbc.sql("select * from reconciliation_difference where task = ? and place = ? and live = 1"
                        + " and state = 'acting'")
                .params(task, place)
                .query(DifferenceRows::known)
                .optional();
    }

    /**
     * @param place among what is to be done; null when nothing is
     * @param againOn null unless it is left
     */
    void decide(
            long id, DifferenceState state, Integer place, String reason, String by, Instant at, LocalDate againOn) {
        jdbc.sql("update reconciliation_difference set state = ?, place = ?, reason = ?, words = null, decided_by = ?,"
                        + " decided_at = ?, again_on = ? where id = ? and state = 'open'")
                .params(Arrays.asList(state.code(), place, reason, by, at(at), againOn, id))
                .update();
    }

    void settled(long id, Instant at) {
        jdbc.sql("update reconciliation_difference set state = 'settled', place = null, decided_at = ? where id = ?")
                .params(at(at), id)
                .update();
    }

    /** The person decides again. */
    void kept(long id, String words) {
        jdbc.sql("update reconciliation_difference set state = 'open', place = null, words = ? where id = ?")
                .params(Arrays.asList(NightRows.shortened(words), id))
                .update();
    }

    static KnownDifference known(ResultSet row, int index) throws SQLException {
        return new KnownDifference(
                row.getLong("id"),
                row.getString("part"),
                new Difference(
                        DifferenceKind.of(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("acronym"),
                        row.getObject("subscription_id", Long.class),
                        row.getString("ours"),
                        row.getString("theirs"),
                        DifferenceAct.of(row.getString("act"))),
                DifferenceState.of(row.getString("state")),
                row.getObject("live") != null,
                row.getTimestamp("asked_at").toInstant(),
                row.getString("first_seen"),
                row.getString("last_seen"),
                row.getString("task"),
                row.getString("reason"),
                row.getString("words"),
                row.getString("decided_by"),
                Moments.read(row, "decided_at"),
                row.getObject("again_on", LocalDate.class));
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}

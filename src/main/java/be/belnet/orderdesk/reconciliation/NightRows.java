package be.belnet.orderdesk.reconciliation;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.database.NamedLock;
import be.belnet.orderdesk.reconciliation.Night.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of nights and of their parts. */
@Component
class NightRows {
    private static final int LONGEST_WORDS = 1000;

    private final JdbcClient jdbc;

    NightRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One after the other, on all nodes, until the caller's transaction ends. */
    void lock() {
        NamedLock.hold(jdbc, "reconciliation");
    }

    void begin(String number, LocalDate night, Instant at) {
        jdbc.sql("insert into reconciliation (number, night, outcome, started_at) values (?, ?, 'comparing', ?)")
                .params(number, night, at(at))
                .update();
    }

    boolean isBegun(LocalDate night) {
        return jdbc.sql("select count(*) from reconciliation where night = ?")
                        .param(night)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The oldest that somebody has to compare. */
    Optional<Night> unclaimed(Instant now) {
        return jdbc.sql("select * from reconciliation where outcome = 'comparing'"
                        + " and (lease_until is null or lease_until < ?) order by night limit 1")
                .param(at(now))
                .query(NightRows::night)
                .optional();
    }

    /** True for one of all who try at once. */
    boolean lease(String number, String owner, Instant now, Instant until) {
        return jdbc.sql("update reconciliation set lease_owner = ?, lease_until = ? where number = ?"
                                + " and outcome = 'comparing' and (lease_until is null or lease_until < ?)")
                        .params(owner, at(until), number, at(now))
                        .update()
                == 1;
    }

    /** Whether it is still this one's, whose row nobody else changes until the caller's transaction ends. */
    boolean holds(String number, String owner, Instant until) {
        return jdbc.sql("update reconciliation set lease_until = ? where number = ? and lease_owner = ?"
                                + " and outcome = 'comparing'")
                        .params(at(until), number, owner)
                        .update()
                == 1;
    }

    /** Somebody goes on with it at the next round. */
    void release(String number, String owner) {
        jdbc.sql("update reconciliation set lease_until = null where number = ? and lease_owner = ?")
                .params(number, owner)
                .update();
    }

    void finish(String number, Outcome outcome, Instant at) {
        jdbc.sql("update reconciliation set outcome = ?, finished_at = ?, lease_until = null where number = ?")
                .params(outcome.code(), at(at), number)
                .update();
    }

    /** The one whose task is open. */
    Optional<String> withOpenTask() {
        return jdbc.sql("select number from reconciliation where outcome = 'task' and settled_at is null"
                        + " order by number limit 1")
                .query(String.class)
                .optional();
    }

    void settle(String number, Instant at) {
        jdbc.sql("update reconciliation set settled_at = ? where number = ?")
                .params(at(at), number)
                .update();
    }

    /** @param moment null for the beginning of time */
    boolean isFinishedSince(Instant moment) {
        return jdbc.sql("select count(*) from reconciliation where finished_at is not null and started_at > ?")
                        .param(at(moment == null ? Instant.EPOCH : moment))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void keep(NightPart part) {
        jdbc.sql("delete from reconciliation_part where number = ? and part = ?")
                .params(part.number(), part.part())
                .update();
        jdbc.sql("insert into reconciliation_part (number, part, partner, state, ours, listed, differences, words,"
                        + " asked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        part.number(),
                        part.part(),
                        part.partner(),
                        part.state().code(),
                        part.ours(),
                        part.listed(),
                        part.differences(),
                        shortened(part.words()),
                        at(part.askedAt())))
                .update();
    }

    void giveUp(String number) {
        jdbc.sql("update reconciliation_part set state = 'notCompared' where number = ? and state = 'waiting'")
                .param(number)
                .update();
    }

    List<NightPart> parts(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql("select * from reconciliation_part where number in (:numbers) order by number, part")
                        .param("numbers", numbers)
                        .query(NightRows::part)
                        .list();
    }

    /** Newest first. */
    List<Night> latest(int most) {
        return jdbc.sql("select * from reconciliation order by night desc limit ?")
                .param(most)
                .query(NightRows::night)
                .list();
    }

    /** Nights that are over and older, but for those whose differences somebody still sees. */
    void discard(LocalDate before) {
        String old = " in (select number from reconciliation where night < ? and outcome <> 'comparing'"
                + " and (outcome <> 'task' or settled_at is not null))";
        jdbc.sql("delete from reconciliation_difference where live is null and last_seen" + old)
                .param(before)
                .update();
        jdbc.sql("delete from reconciliation_part where number" + old)
                .param(before)
                .update();
        jdbc.sql("delete from reconciliation where number" + old).param(before).update();
    }

    static String shortened(String words) {
        return words == null || words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }

    static Timestamp at(Instant moment) {
        return Timestamp.from(moment.truncatedTo(ChronoUnit.MICROS));
    }

    private static Night night(ResultSet row, int index) throws SQLException {
        return new Night(
                row.getString("number"),
                row.getObject("night", LocalDate.class),
                Outcome.of(row.getString("outcome")),
                row.getTimestamp("started_at").toInstant(),
                Moments.read(row, "finished_at"));
    }

    private static NightPart part(ResultSet row, int index) throws SQLException {
        return new NightPart(
                row.getString("number"),
                row.getString("part"),
                row.getString("partner"),
                NightPart.State.of(row.getString("state")),
                row.getObject("ours", Integer.class),
                row.getObject("listed", Integer.class),
                row.getObject("differences", Integer.class),
                row.getString("words"),
                row.getTimestamp("asked_at").toInstant());
    }
}

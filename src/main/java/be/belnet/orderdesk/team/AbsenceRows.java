package be.belnet.orderdesk.team;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.database.NamedLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table of absences, in the caller's transaction. */
@Component
class AbsenceRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the transaction ends nobody else enters or ends one, on any node. */
    void lock() {
        NamedLock.hold(jdbc, "absences");
    }

    long insert(NewAbsence absence, String by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into absence (user_id, first_day, last_day, substitute, entered_by, entered_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        absence.user(),
                        absence.firstDay(),
                        absence.lastDay(),
                        absence.substitute(),
                        by,
                        Moments.now(clock))
                .update(key, "id");
        return key.getKey().longValue();
    }

    Optional<Absence> find(long id) {
        return jdbc.sql("select * from absence where id = ?")
                .param(id)
                .query(AbsenceRows::absence)
                .optional();
    }

    /** Somebody's on a day. */
    Optional<Absence> of(String user, LocalDate day) {
        return overlapping(user, day, day).stream().findFirst();
    }

    /** Somebody's that have at least one day in common with these, in their order. */
    List<Absence> overlapping(String user, LocalDate from, LocalDate until) {
        return jdbc.sql("select * from absence where user_id = ? and first_day <= ? and last_day >= ?"
                        + " and last_day >= first_day order by first_day, id")
                .params(user, until, from)
                .query(AbsenceRows::absence)
                .list();
    }

    List<Absence> on(LocalDate day) {
        return jdbc.sql("select * from absence where first_day <= ? and last_day >= ? order by id")
                .params(day, day)
                .query(AbsenceRows::absence)
                .list();
    }

    /** Those that last until a day or longer, in their order. */
    List<Absence> endingFrom(LocalDate day) {
        return jdbc.sql("select * from absence where last_day >= ? order by first_day, user_id, id")
                .param(day)
                .query(AbsenceRows::absence)
                .list();
    }

    /** Somebody's that are over, the latest first, at most so many. */
    List<Absence> over(String user, LocalDate today, int most) {
        return jdbc.sql(
                        "select * from absence where user_id = ? and last_day < ? order by last_day desc, id desc limit ?")
                .params(user, today, most)
                .query(AbsenceRows::absence)
                .list();
    }

    void endOn(long id, LocalDate lastDay) {
        jdbc.sql("update absence set last_day = ? where id = ?")
                .params(lastDay, id)
                .update();
    }

    void delete(long id) {
        jdbc.sql("delete from covered_task where absence_id = ?").param(id).update();
        jdbc.sql("delete from absence where id = ?").param(id).update();
    }

    /** Forgets those that ended before a day. */
    void deleteBefore(LocalDate day) {
        jdbc.sql("delete from covered_task where absence_id in (select id from absence where last_day < ?)")
                .param(day)
                .update();
        jdbc.sql("delete from absence where last_day < ?").param(day).update();
    }

    private static Absence absence(ResultSet row, int index) throws SQLException {
        return new Absence(
                row.getLong("id"),
                row.getString("user_id"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("substitute"),
                row.getString("entered_by"));
    }
}

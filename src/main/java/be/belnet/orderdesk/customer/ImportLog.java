package be.belnet.orderdesk.customer;

import be.belnet.orderdesk.csv.LineRefusedException.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Progress and results of imports. On all nodes together one import runs at a time. */
@Component
class ImportLog {
    /** An import that has not moved for so long died with its node. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws ImportRunningException when another import runs */
    long begin(String user) {
        giveUpSilent();
        var id = new GeneratedKeyHolder();
        try {
            jdbc.sql(
                            "insert into customer_import (running_slot, started_by, started_at, progress_at, failed, lines_total,"
                                    + " lines_done, created_count, updated_count, unchanged_count, refused_count)"
                                    + " values (1, ?, ?, ?, false, 0, 0, 0, 0, 0, 0)")
                    .params(user, now(), now())
                    .update(id, "id");
        } catch (DuplicateKeyException another) {
            throw new ImportRunningException();
        }
        return id.getKeyAs(Number.class).longValue();
    }

    void expect(long id, int lines) {
        jdbc.sql("update customer_import set lines_total = lines_total + ?, progress_at = ? where id = ?")
                .params(lines, now(), id)
                .update();
    }

    void done(long id, RegisterWriter.Change change) {
        String counter =
                switch (change) {
                    case CREATED -> "created_count";
                    case UPDATED -> "updated_count";
                    case UNCHANGED -> "unchanged_count";
                };
        count(id, counter);
    }

    void refused(long id, String file, long line, List<Problem> problems) {
        problems.forEach(problem -> jdbc.sql(
                        "insert into customer_import_refusal (import_id, file_kind, line_number, field, reason, detail)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(id, file, line, problem.field(), problem.reason(), problem.detail())
                .update());
        count(id, "refused_count");
    }

    void end(long id, boolean failed) {
        jdbc.sql("update customer_import set running_slot = null, finished_at = ?, failed = ? where id = ?")
                .params(now(), failed, id)
                .update();
    }

    Optional<ImportReport> find(long id) {
        giveUpSilent();
        return jdbc.sql("select * from customer_import where id = ?")
                .param(id)
                .query((row, number) -> report(row, refusals(id)))
                .optional();
    }

    /** The last ten, newest first, without their refusals. */
    List<ImportReport> latest() {
        giveUpSilent();
        return jdbc.sql("select * from customer_import order by id desc limit 10")
                .query((row, number) -> report(row, List.of()))
                .list();
    }

    private void giveUpSilent() {
        jdbc.sql("update customer_import set running_slot = null, finished_at = ?, failed = true"
                        + " where running_slot = 1 and progress_at < ?")
                .params(now(), Timestamp.from(clock.instant().minus(SILENCE)))
                .update();
    }

    private void count(long id, String counter) {
        jdbc.sql("update customer_import set lines_done = lines_done + 1, progress_at = ?, " + counter + " = " + counter
                        + " + 1 where id = ?")
                .params(now(), id)
                .update();
    }

    private List<ImportReport.Refusal> refusals(long id) {
        return jdbc.sql("select * from customer_import_refusal where import_id = ? order by id")
                .param(id)
                .query((row, number) -> new ImportReport.Refusal(
                        row.getString("file_kind"),
                        row.getLong("line_number"),
                        row.getString("field"),
                        row.getString("reason"),
                        row.getString("detail")))
                .list();
    }

    private static ImportReport report(ResultSet row, List<ImportReport.Refusal> refusals) throws SQLException {
        return new ImportReport(
                row.getLong("id"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("finished_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null),
                row.getBoolean("failed"),
                row.getInt("lines_total"),
                row.getInt("lines_done"),
                row.getInt("created_count"),
                row.getInt("updated_count"),
                row.getInt("unchanged_count"),
                row.getInt("refused_count"),
                refusals);
    }

    private Timestamp now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Timestamp.from(now);
    }
}

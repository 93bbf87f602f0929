package be.belnet.orderdesk.privacy;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.privacy.Retention.Count;
import be.belnet.orderdesk.privacy.Retention.Run;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** What retention runs came to. */
@Component
class RetentionRows {
    private final JdbcClient jdbc;

    RetentionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when there is one on this day */
    long begin(LocalDate on, Instant at, boolean discards) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into retention_run (run_on, begun_at, discards) values (?, ?, ?)")
                .params(on, Timestamp.from(at), discards)
                .update(key, "id");
        return key.getKey().longValue();
    }

    void report(long run, String name, int expired) {
        jdbc.sql("insert into retention_count (run_id, class, expired, discarded, failed) values (?, ?, ?, 0, 0)")
                .params(run, name, expired)
                .update();
    }

    void count(long run, String name, int discarded, int failed) {
        jdbc.sql("update retention_count set discarded = ?, failed = ? where run_id = ? and class = ?")
                .params(discarded, failed, run, name)
                .update();
    }

    void end(long run, Instant at) {
        jdbc.sql("update retention_run set ended_at = ? where id = ?")
                .params(Timestamp.from(at), run)
                .update();
    }

    /** Newest first. */
    List<Run> latest(int most) {
        return jdbc.sql("select * from retention_run order by run_on desc limit ?")
                .param(most)
                .query((row, index) -> {
                    return new Run(
                            row.getObject("run_on", LocalDate.class),
                            Moments.read(row, "ended_at"),
                            row.getBoolean("discards"),
                            counts(row.getLong("id")));
                })
                .list();
    }

    private List<Count> counts(long run) {
        return jdbc.sql("select * from retention_count where run_id = ? order by class")
                .param(run)
                .query((row, index) -> new Count(
                        row.getString("class"), row.getInt("expired"), row.getInt("discarded"), row.getInt("failed")))
                .list();
    }
}

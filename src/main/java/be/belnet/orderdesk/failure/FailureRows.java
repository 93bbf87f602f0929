package be.belnet.orderdesk.failure;

import be.belnet.orderdesk.database.NamedLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of failed steps and of the failures that they were gathered in. */
@Component
class FailureRows {
    private static final int LONGEST_WORDS = 1000;
    private static final String UNGATHERED =
            "failure_number is null" + " or failure_number in (select number from failure where closed_at is not null)";

    private final JdbcClient jdbc;

    FailureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One after the other, on all nodes, until the caller's transaction ends. */
    void lock() {
        NamedLock.hold(jdbc, "failures");
    }

    /** Takes the place of what the same job failed of before. */
    void add(FailedStep step) {
        remove(step.jobId());
        jdbc.sql("insert into failed_step (job_id, order_number, activity, partner, cause, words, failed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        step.jobId(),
                        step.orderNumber(),
                        step.activity(),
                        step.partner(),
                        step.cause(),
                        shortened(step.words()),
                        Timestamp.from(step.failedAt())))
                .update();
    }

    void remove(String jobId) {
        jdbc.sql("delete from failed_step where job_id = ?").param(jobId).update();
    }

    /** Oldest first. */
    List<FailedStep> all() {
        return jdbc.sql("select * from failed_step order by failed_at, job_id")
                .query(FailureRows::step)
                .list();
    }

    /** In no failure, or in one that is closed. */
    List<FailedStep> ungathered() {
        return jdbc.sql("select * from failed_step where " + UNGATHERED + " order by failed_at, job_id")
                .query(FailureRows::step)
                .list();
    }

    List<FailedStep> of(String failure) {
        return jdbc.sql("select * from failed_step where failure_number = ? order by failed_at, job_id")
                .param(failure)
                .query(FailureRows::step)
                .list();
    }

    List<FailedStep> ofOrder(String order) {
        return jdbc.sql("select * from failed_step where order_number = ? order by failed_at, job_id")
                .param(order)
                .query(FailureRows::step)
                .list();
    }

    void gather(String cause, String failure) {
        jdbc.sql("update failed_step set failure_number = ? where cause = ? and (" + UNGATHERED + ")")
                .params(failure, cause)
                .update();
    }

    void open(Failure failure, Instant at) {
        jdbc.sql("insert into failure (number, cause, opened_at) values (?, ?, ?)")
                .params(failure.number(), failure.cause(), Timestamp.from(at))
                .update();
    }

    void close(String failure, Instant at) {
        jdbc.sql("update failure set closed_at = ? where number = ?")
                .params(Timestamp.from(at), failure)
                .update();
    }

    Optional<Failure> openOf(String cause) {
        return open().stream().filter(failure -> failure.cause().equals(cause)).findFirst();
    }

    List<Failure> open() {
        return jdbc.sql("select number, cause from failure where closed_at is null order by number")
                .query((row, index) -> new Failure(row.getString("number"), row.getString("cause")))
                .list();
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }

    private static FailedStep step(ResultSet row, int index) throws SQLException {
        return new FailedStep(
                row.getString("job_id"),
                row.getString("order_number"),
                row.getString("activity"),
                row.getString("partner"),
                row.getString("cause"),
                row.getString("words"),
                row.getTimestamp("failed_at").toInstant(),
                row.getString("failure_number"));
    }
}

package be.belnet.orderdesk.team;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.order.OnBehalf;
import be.belnet.orderdesk.team.CoveredTask.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which tasks somebody does in the place of whom, and what became of them. */
@Service
@Transactional
public class CoveredTasks implements OnBehalf {
    private final JdbcClient jdbc;
    private final Clock clock;

    CoveredTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A task as the engine has it. */
    public record OfOrder(String task, String order, String activity) {}

    /**
     * A task goes to the substitute. One that had come back before in this absence goes anew.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another node has just done it
     */
    public void begin(Absence absence, OfOrder task, String substitute) {
        int again = jdbc.sql("update covered_task set substitute = ?, since = ?, state = 'open', settled_at = null"
                        + " where task_id = ? and absence_id = ? and state <> 'open'")
                .params(substitute, Moments.now(clock), task.task(), absence.id())
                .update();
        if (again == 0) {
            jdbc.sql("insert into covered_task (absence_id, task_id, order_number, activity, absent, substitute, since,"
                            + " state) values (?, ?, ?, ?, ?, ?, ?, 'open')")
                    .params(
                            absence.id(),
                            task.task(),
                            task.order(),
                            task.activity(),
                            absence.user(),
                            substitute,
                            Moments.now(clock))
                    .update();
        }
    }

    /** It goes on to another substitute. */
    public void pass(CoveredTask covered, String substitute) {
        jdbc.sql("update covered_task set substitute = ?, since = ? where id = ?")
                .params(substitute, Moments.now(clock), covered.id())
                .update();
    }

    /** @return false when it was settled before */
    public boolean settle(CoveredTask covered, State state) {
        return jdbc.sql("update covered_task set state = ?, settled_at = ? where id = ? and state = 'open'")
                        .params(state.code(), Moments.now(clock), covered.id())
                        .update()
                == 1;
    }

    /** Reads it anew; until the transaction ends nobody else does. Empty when it is settled. */
    public Optional<CoveredTask> hold(CoveredTask covered) {
        return jdbc.sql("select * from covered_task where id = ? and state = 'open' for update")
                .param(covered.id())
                .query(CoveredTasks::covered)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<CoveredTask> openOf(String task) {
        return jdbc.sql("select * from covered_task where task_id = ? and state = 'open'")
                .param(task)
                .query(CoveredTasks::covered)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<CoveredTask> open() {
        return jdbc.sql("select * from covered_task where state = 'open' order by id")
                .query(CoveredTasks::covered)
                .list();
    }

    /** What an absence moved, in the order in which it did. */
    @Transactional(readOnly = true)
    public List<CoveredTask> of(long absence) {
        return jdbc.sql("select * from covered_task where absence_id = ? order by id")
                .param(absence)
                .query(CoveredTasks::covered)
                .list();
    }

    /** What the substitute has done in this file since it has the task: a note, a mail, a wait. */
    @Transactional(readOnly = true)
    public boolean isBegun(CoveredTask covered) {
        return jdbc.sql("select count(*) from order_event where order_number = ? and actor = ? and happened_at >= ?")
                        .params(covered.order(), covered.substitute(), Timestamp.from(covered.since()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> of(String actor, String orderNumber) {
        return jdbc.sql("select distinct absent from covered_task where order_number = ? and substitute = ?"
                        + " and state = 'open' order by absent limit 1")
                .params(orderNumber, actor)
                .query(String.class)
                .optional();
    }

    private static CoveredTask covered(ResultSet row, int index) throws SQLException {
        return new CoveredTask(
                row.getLong("id"),
                row.getLong("absence_id"),
                row.getString("task_id"),
                row.getString("order_number"),
                row.getString("activity"),
                row.getString("absent"),
                row.getString("substitute"),
                row.getTimestamp("since").toInstant(),
                State.of(row.getString("state")),
                Moments.read(row, "settled_at"));
    }
}

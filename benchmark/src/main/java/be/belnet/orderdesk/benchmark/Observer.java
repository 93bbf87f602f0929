package be.belnet.orderdesk.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sees in the engine's tables what orders wait for, which are the same in all engines. It comes as the database's
 * administrator, so that none of its statements counts as a contender's.
 */
final class Observer implements AutoCloseable {
    private static final String LOOK = """
            select t.id_, t.task_def_key_, t.assignee_, r.business_key_ from act_ru_task t
            join act_ru_execution p on p.id_ = t.proc_inst_id_
            join act_ru_execution r on r.id_ = p.root_proc_inst_id_
            union all
            select e.id_, e.act_id_, null, r.business_key_ from act_ru_execution e
            join act_ru_execution p on p.id_ = e.proc_inst_id_
            join act_ru_execution r on r.id_ = p.root_proc_inst_id_
            where e.is_active_ and e.act_id_ = '%s'
            union all
            select null, null, null, business_key_ from act_ru_execution where parent_id_ is null and super_exec_ is null
            """.formatted(Waiting.APPLIANCE_READY);

    /** Flowable also keeps the flows, and boundary events that nothing came of. */
    private static final String PATH = """
            select distinct a.act_id_ from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
            where p.business_key_ = ? and a.end_time_ is not null and a.act_type_ not in ('sequenceFlow', 'boundaryEvent')
            order by a.act_id_
            """;

    private final Connection connection;
    private final PreparedStatement look;

    Observer(Connection connection) throws SQLException {
        this.connection = connection;
        this.look = connection.prepareStatement(LOOK);
    }

    /**
     * One look.
     *
     * @param open numbers of the orders that have not come to their end
     */
    record Look(List<Waiting> waiting, Set<String> open) {}

    Look look() {
        List<Waiting> waiting = new ArrayList<>();
        Set<String> open = new HashSet<>();
        try (ResultSet rows = look.executeQuery()) {
            while (rows.next()) {
                if (rows.getString(1) == null) {
                    open.add(rows.getString(4));
                } else {
                    waiting.add(
                            new Waiting(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return new Look(waiting, open);
    }

    /** The activities that an order has passed, sorted. */
    List<String> path(String order) {
        List<String> path = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PATH)) {
            statement.setString(1, order);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    path.add(rows.getString(1));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return path;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

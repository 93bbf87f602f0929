package be.belnet.orderdesk.team;

import be.belnet.orderdesk.order.OrderClosed;
import be.belnet.orderdesk.security.StaffDirectory;
import java.util.Collection;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who keeps an order through one of its phases: whoever did the latest task of the group there. */
@Service
@Transactional
public class TaskKeepers {
    private static final String NOTE = """
            merge into task_keeper kept
            using (select cast(? as varchar(32)) as order_number, cast(? as varchar(60)) as process,
                cast(? as varchar(64)) as group_id, cast(? as varchar(64)) as user_id) latest
            on kept.order_number = latest.order_number and kept.process = latest.process
                and kept.group_id = latest.group_id
            when matched and kept.user_id <> latest.user_id then update set user_id = latest.user_id
            when not matched then insert (order_number, process, group_id, user_id)
                values (latest.order_number, latest.process, latest.group_id, latest.user_id)
            """;

    private final JdbcClient jdbc;
    private final StaffDirectory staff;
    private final Absences absences;
    private final TeamProperties properties;

    TaskKeepers(JdbcClient jdbc, StaffDirectory staff, Absences absences, TeamProperties properties) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.absences = absences;
        this.properties = properties;
    }

    /**
     * A phase of an order, as one process of it.
     *
     * @param order number of the order, or of what else the tasks are about
     * @param process its key
     * @param groups whom the task is for
     */
    public record Phase(String order, String process, Collection<String> groups) {}

    /** Who is to have the next task; empty when it is for the group. */
    @Transactional(readOnly = true)
    public Optional<String> of(Phase phase) {
        return properties.samePerson()
                ? phase.groups().stream()
                        .flatMap(group -> kept(phase, group).stream().filter(user -> isThere(user, group)))
                        .findFirst()
                : Optional.empty();
    }

    public void note(Phase phase, String user) {
        phase.groups().forEach(group -> jdbc.sql(NOTE)
                .params(phase.order(), phase.process(), group, user)
                .update());
    }

    /** Somebody gave a task of it back to the group: the following ones are for the group as well. */
    public void forget(Phase phase) {
        phase.groups().forEach(group -> forget(phase, group));
    }

    @EventListener
    void closed(OrderClosed order) {
        jdbc.sql("delete from task_keeper where order_number = ?")
                .param(order.number())
                .update();
    }

    private void forget(Phase phase, String group) {
        jdbc.sql("delete from task_keeper where order_number = ? and process = ? and group_id = ?")
                .params(phase.order(), phase.process(), group)
                .update();
    }

    private Optional<String> kept(Phase phase, String group) {
        return jdbc.sql("select user_id from task_keeper where order_number = ? and process = ? and group_id = ?")
                .params(phase.order(), phase.process(), group)
                .query(String.class)
                .optional();
    }

    private boolean isThere(String user, String group) {
        return staff.groupIdsOf(user).contains(group) && absences.today(user).isEmpty();
    }
}

package be.belnet.orderdesk.security;

import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.workflow.Waits;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The lists of tasks, in the order in which they stand. Each says twice which tasks are on it: as the engine's query, for whoever
 * narrows or sorts it in some way of their own, and as a condition on {@code act_ru_task t}, for {@link TaskPages}.
 */
enum TaskList {
    GROUP("group", "My group's tasks", "#0b5c7a", TaskList::toDo, Sql.OF_GROUPS + Sql.TO_DO),
    MINE("mine", "My tasks", "#1d6b3a", query -> toDo(query).taskAssigneeExpression(TaskList.ME), Sql.MINE + Sql.TO_DO),
    OVERDUE("overdue", "Overdue", "#a11b1b", TaskList::overdue, Sql.OF_GROUPS + Sql.TO_DO + Sql.OVERDUE),
    ESCALATED("escalated", "Escalated", "#a11b1b", TaskList::escalated, Sql.OF_GROUPS + Sql.TO_DO + Sql.ESCALATED),
    CUSTOMER(
            "customer",
            "Waiting for customers",
            "#8f4b00",
            query -> waiting(query, Turn.CUSTOMER),
            Sql.OF_GROUPS + Sql.waiting(Turn.CUSTOMER)),
    SUPPLIER(
            "supplier",
            "Waiting for suppliers",
            "#5f4391",
            query -> waiting(query, Turn.SUPPLIER),
            Sql.OF_GROUPS + Sql.waiting(Turn.SUPPLIER)),
    ALL("all", "All open tasks", "#0b5c7a", UnaryOperator.identity(), Sql.ALL),
    ALL_OVERDUE("overdueAll", "All overdue", "#a11b1b", TaskList::overdue, Sql.ALL + Sql.TO_DO + Sql.OVERDUE),
    ALL_ESCALATED("escalatedAll", "All escalated", "#a11b1b", TaskList::escalated, Sql.ALL + Sql.TO_DO + Sql.ESCALATED),
    ALL_CUSTOMER(
            "customerAll",
            "All waiting for customers",
            "#8f4b00",
            query -> waiting(query, Turn.CUSTOMER),
            Sql.ALL + Sql.waiting(Turn.CUSTOMER)),
    ALL_SUPPLIER(
            "supplierAll",
            "All waiting for suppliers",
            "#5f4391",
            query -> waiting(query, Turn.SUPPLIER),
            Sql.ALL + Sql.waiting(Turn.SUPPLIER));

    /** Since when what was due is long overdue, in opening days that are over: whoever watches over the work steps in. */
    static final int LONG = 2;

    private static final String ME = "${currentUser()}";
    private static final String NOW = "${now()}";
    private static final String LONG_OVERDUE = "${openingDays.daysAgo(" + LONG + ")}";

    private static final Set<StaffGroup> WATCHERS =
            EnumSet.of(StaffGroup.MANAGERS, StaffGroup.AUDITORS, StaffGroup.ADMINISTRATORS);

    private final String code;
    private final String title;
    private final String colour;
    private final UnaryOperator<TaskQuery> which;
    private final String condition;

    TaskList(String code, String title, String colour, UnaryOperator<TaskQuery> which, String condition) {
        this.code = code;
        this.title = title;
        this.colour = colour;
        this.which = which;
        this.condition = condition;
    }

    /** Parts of conditions. Parameters: {@code groups} and {@code user} of the reader, {@code now}, {@code long}. */
    private static class Sql {
        static final String ALL = "t.tenant_id_ is null";
        static final String OF_GROUPS = ALL
                + " and exists (select 1 from act_ru_identitylink i where i.task_id_ = t.id_"
                + " and i.type_ = 'candidate' and i.group_id_ in (:groups))"
                // Of groups that nothing waits for, no task is looked at. "exists" would read all links to know it, and
                // so would an order by the only group
                + " and (select c.group_id_ from act_ru_identitylink c where c.group_id_ in (:groups, '')"
                + " order by c.group_id_ limit 1) is not null";
        static final String MINE = ALL + " and t.assignee_ = :user";
        static final String TO_DO = " and (t.follow_up_date_ is null or t.follow_up_date_ < :now)";
        static final String OVERDUE = " and t.due_date_ < :now";
        static final String ESCALATED = " and t.due_date_ < :long";

        static String waiting(Turn side) {
            return " and t.follow_up_date_ > :now and exists (select 1 from act_ru_variable v where v.task_id_ = t.id_"
                    + " and v.name_ = '" + Waits.WAITS_FOR.name() + "' and v.text_ = '" + side.code() + "')";
        }
    }

    static Optional<TaskList> of(String code) {
        return Arrays.stream(values()).filter(list -> list.code.equals(code)).findFirst();
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    String colour() {
        return colour;
    }

    String condition() {
        return condition;
    }

    TaskQuery narrow(TaskQuery query) {
        return which.apply(query);
    }

    boolean isOfGroups() {
        return !isOfAll() && this != MINE;
    }

    Set<StaffGroup> readers() {
        return isOfAll() ? WATCHERS : StaffGroup.DOERS;
    }

    private boolean isOfAll() {
        return compareTo(ALL) >= 0;
    }

    private static TaskQuery toDo(TaskQuery query) {
        return query.followUpBeforeOrNotExistentExpression(NOW);
    }

    private static TaskQuery overdue(TaskQuery query) {
        return toDo(query).dueBeforeExpression(NOW);
    }

    private static TaskQuery escalated(TaskQuery query) {
        return toDo(query).dueBeforeExpression(LONG_OVERDUE);
    }

    private static TaskQuery waiting(TaskQuery query, Turn side) {
        return query.followUpAfterExpression(NOW).taskVariableValueEquals(Waits.WAITS_FOR.name(), side.code());
    }
}

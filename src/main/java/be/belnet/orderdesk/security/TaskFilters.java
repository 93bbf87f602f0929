package be.belnet.orderdesk.security;

import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.workflow.Waits;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists that Tasklist offers. A task put off to a later date waits for someone else: it has a list of its own, which
 * keeps the lists of work short. Workers see the tasks of their groups, those who watch over the work see all.
 */
@Component
public class TaskFilters {
    /** A property of our lists, by which pages and scripts know them whatever the reader's language. */
    private static final String CODE = "orderdesk";

    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String ME = "${currentUser()}";
    private static final String NOW = "${now()}";

    /** Overdue since the end of the opening day before yesterday: whoever watches over the work steps in. */
    private static final String LONG_OVERDUE = "${openingDays.daysAgo(2)}";

    private static final Set<StaffGroup> WATCHERS =
            EnumSet.of(StaffGroup.MANAGERS, StaffGroup.AUDITORS, StaffGroup.ADMINISTRATORS);
    private static final Set<StaffGroup> WORKERS = EnumSet.complementOf(EnumSet.of(StaffGroup.AUDITORS));
    private static final List<String> FORMER = List.of("Waiting for others");

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;

    TaskFilters(FilterService filters, TaskService tasks, Grants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    /** By which the words for a list are found; null for one that a person made. */
    public static String code(Filter filter) {
        return filter.getOwner() == null && filter.getProperties() != null
                ? (String) filter.getProperties().get(CODE)
                : null;
    }

    /** Whether the list should be empty. */
    public static boolean isUrgent(String code) {
        return code.startsWith("overdue") || code.startsWith("escalated");
    }

    void restore() {
        FORMER.forEach(name -> ours(name).ifPresent(former -> filters.deleteFilter(former.getId())));
        for (ListOfTasks list : ListOfTasks.values()) {
            restore(list, list.which.apply(list.isOfGroups() ? ofMyGroups() : tasks.createTaskQuery()));
        }
    }

    /** In the order in which they stand. */
    private enum ListOfTasks {
        GROUP("group", "My group's tasks", "#0b5c7a", false, TaskFilters::toDo),
        MINE("mine", "My tasks", "#1d6b3a", false, query -> toDo(query).taskAssigneeExpression(ME)),
        OVERDUE("overdue", "Overdue", "#a11b1b", false, TaskFilters::overdue),
        ESCALATED("escalated", "Escalated", "#a11b1b", false, TaskFilters::escalated),
        CUSTOMER("customer", "Waiting for customers", "#8f4b00", false, query -> waiting(query, Turn.CUSTOMER)),
        SUPPLIER("supplier", "Waiting for suppliers", "#5f4391", false, query -> waiting(query, Turn.SUPPLIER)),
        ALL("all", "All open tasks", "#0b5c7a", true, UnaryOperator.identity()),
        ALL_OVERDUE("overdueAll", "All overdue", "#a11b1b", true, TaskFilters::overdue),
        ALL_ESCALATED("escalatedAll", "All escalated", "#a11b1b", true, TaskFilters::escalated),
        ALL_CUSTOMER(
                "customerAll", "All waiting for customers", "#8f4b00", true, query -> waiting(query, Turn.CUSTOMER)),
        ALL_SUPPLIER(
                "supplierAll", "All waiting for suppliers", "#5f4391", true, query -> waiting(query, Turn.SUPPLIER));

        private final String code;
        private final String title;
        private final String colour;
        private final boolean all;
        private final UnaryOperator<TaskQuery> which;

        ListOfTasks(String code, String title, String colour, boolean all, UnaryOperator<TaskQuery> which) {
            this.code = code;
            this.title = title;
            this.colour = colour;
            this.all = all;
            this.which = which;
        }

        private boolean isOfGroups() {
            return !all && this != MINE;
        }

        private Set<StaffGroup> readers() {
            return all ? WATCHERS : WORKERS;
        }
    }

    private TaskQuery ofMyGroups() {
        return tasks.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks();
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

    private void restore(ListOfTasks list, TaskQuery query) {
        Filter wanted = ours(list.title).orElseGet(() -> filters.newTaskFilter(list.title));
        wanted.setQuery(query);
        wanted.setProperties(Map.of(
                "priority",
                10 * (list.ordinal() + 1),
                "color",
                list.colour,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                CODE,
                list.code));
        String id = filters.saveFilter(wanted).getId();
        list.readers().forEach(group -> grants.letSeeFilter(group, id));
    }

    /** A list that a person made has its maker as owner, whatever it is called. */
    private Optional<Filter> ours(String name) {
        return filters.createTaskFilterQuery().filterName(name).list().stream()
                .filter(filter -> filter.getOwner() == null)
                .findFirst();
    }
}

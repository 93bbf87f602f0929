package be.belnet.orderdesk.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        for (TaskList list : TaskList.values()) {
            restore(list, list.narrow(list.isOfGroups() ? ofMyGroups() : tasks.createTaskQuery()));
        }
    }

    private TaskQuery ofMyGroups() {
        return tasks.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks();
    }

    private void restore(TaskList list, TaskQuery query) {
        Filter wanted = ours(list.title()).orElseGet(() -> filters.newTaskFilter(list.title()));
        wanted.setQuery(query);
        wanted.setProperties(Map.of(
                "priority",
                10 * (list.ordinal() + 1),
                "color",
                list.colour(),
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                CODE,
                list.code()));
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

package be.belnet.orderdesk.security;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists that Tasklist offers. A task put off to a later date waits for someone else: it has a list of its own, which
 * keeps the lists of work short.
 */
@Component
class TaskFilters {
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String ME = "${currentUser()}";
    private static final String NOW = "${now()}";

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;

    TaskFilters(FilterService filters, TaskService tasks, Grants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    void restore() {
        Set<StaffGroup> workers = EnumSet.complementOf(EnumSet.of(StaffGroup.AUDITORS));
        Set<StaffGroup> readers = EnumSet.of(StaffGroup.MANAGERS, StaffGroup.AUDITORS, StaffGroup.ADMINISTRATORS);
        restore("My group's tasks", 10, ofMyGroups().followUpBeforeOrNotExistentExpression(NOW), workers);
        restore("My tasks", 20, mine(), workers);
        restore("Overdue", 30, ofMyGroups().dueBeforeExpression(NOW), workers);
        restore("Waiting for others", 40, ofMyGroups().followUpAfterExpression(NOW), workers);
        restore("All open tasks", 50, tasks.createTaskQuery(), readers);
    }

    private TaskQuery mine() {
        return tasks.createTaskQuery().taskAssigneeExpression(ME).followUpBeforeOrNotExistentExpression(NOW);
    }

    private TaskQuery ofMyGroups() {
        return tasks.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks();
    }

    private void restore(String name, int position, TaskQuery query, Set<StaffGroup> groups) {
        Filter wanted = ours(name).orElseGet(() -> filters.newTaskFilter(name));
        wanted.setQuery(query);
        wanted.setProperties(Map.of("priority", position, "refresh", true, "showUndefinedVariable", false));
        String id = filters.saveFilter(wanted).getId();
        groups.forEach(group -> grants.letSeeFilter(group, id));
    }

    /** A list that a person made has its maker as owner, whatever it is called. */
    private Optional<Filter> ours(String name) {
        return filters.createTaskFilterQuery().filterName(name).list().stream()
                .filter(filter -> filter.getOwner() == null)
                .findFirst();
    }
}

package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.security.TaskFilters;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Names Tasklist's lists in the reader's language, which the engine cannot, and says how many tasks wait in each. */
@RestController
class TaskLists {
    private static final int MOST = 200;

    private final FilterService filters;
    private final Caller caller;
    private final Wording wording;

    TaskLists(FilterService filters, Caller caller, Wording wording) {
        this.filters = filters;
        this.caller = caller;
        this.wording = wording;
    }

    /**
     * @param name as the engine has it
     * @param help what is on it
     * @param count of tasks that the reader may see
     * @param urgent whether each task on it is one too many
     */
    record Listed(String name, String label, String help, long count, boolean urgent) {}

    /** Lists of ours that the reader may open. */
    @GetMapping("/desk/task-lists")
    List<Listed> lists(Principal user, Locale locale) {
        return caller.inTheEngine(user.getName(), () -> filters.createTaskFilterQuery().listPage(0, MOST).stream()
                .filter(filter -> TaskFilters.code(filter) != null)
                .map(filter -> listed(filter, locale))
                .toList());
    }

    private Listed listed(Filter filter, Locale locale) {
        String code = TaskFilters.code(filter);
        return new Listed(
                filter.getName(),
                wording.value("list." + code, locale),
                wording.value("list." + code + ".help", locale),
                filters.count(filter.getId()),
                TaskFilters.isUrgent(code));
    }
}

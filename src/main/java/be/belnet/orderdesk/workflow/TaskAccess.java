package be.belnet.orderdesk.workflow;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Which tasks with a form of ours a person may see, and which they may work on as well: those of their group, or their own. */
@Component
public class TaskAccess {
    private static final Pattern FORM_KEY = Pattern.compile("camunda-forms:/forms/([a-z0-9-]+)/([^/]+)");

    private final FormCatalogue catalogue;
    private final TaskService tasks;
    private final RuntimeService processes;
    private final RepositoryService models;
    private final IdentityService identity;
    private final AuthorizationService authorizations;

    TaskAccess(
            FormCatalogue catalogue,
            TaskService tasks,
            RuntimeService processes,
            RepositoryService models,
            IdentityService identity,
            AuthorizationService authorizations) {
        this.catalogue = catalogue;
        this.tasks = tasks;
        this.processes = processes;
        this.models = models;
        this.identity = identity;
        this.authorizations = authorizations;
    }

    /**
     * A task as its form needs it.
     *
     * @param order business key: number of the order, or of what else it is about
     * @param form its name
     * @param scan kind of the document that one may put beside it; null for most
     * @param workable whether this person may complete it
     */
    public record Accessible(String id, String order, String form, String scan, boolean workable) {}

    /** Empty where the person may not know that there is such a task. */
    public Optional<Accessible> visible(String taskId, String user) {
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        Task task = as(user, groups, () -> tasks.createTaskQuery()
                .taskId(taskId)
                .initializeFormKeys()
                .singleResult());
        return Optional.ofNullable(task).flatMap(found -> form(found)
                .map(form -> new Accessible(taskId, order(found), form, scan(form), mayWork(found, user, groups))));
    }

    /** As {@link #visible}, empty for those who may look on only. */
    public Optional<Accessible> workable(String taskId, String user) {
        return visible(taskId, user).filter(Accessible::workable);
    }

    private boolean mayWork(Task task, String user, List<String> groups) {
        String process =
                models.getProcessDefinition(task.getProcessDefinitionId()).getKey();
        return Stream.of(Permissions.TASK_WORK, Permissions.UPDATE)
                        .anyMatch(right ->
                                authorizations.isUserAuthorized(user, groups, right, Resources.TASK, task.getId()))
                || Stream.of(Permissions.TASK_WORK, Permissions.UPDATE_TASK)
                        .anyMatch(right -> authorizations.isUserAuthorized(
                                user, groups, right, Resources.PROCESS_DEFINITION, process));
    }

    private static Optional<String> form(Task task) {
        return Optional.ofNullable(task.getFormKey())
                .map(FORM_KEY::matcher)
                .filter(Matcher::matches)
                .filter(key -> key.group(2).equals(task.getId()))
                .map(key -> key.group(1));
    }

    private String scan(String form) {
        return catalogue.has(form) ? catalogue.form(form).scan() : null;
    }

    private String order(Task task) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private <T> T as(String user, List<String> groups, Supplier<T> asking) {
        try {
            identity.setAuthentication(user, groups);
            return asking.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}

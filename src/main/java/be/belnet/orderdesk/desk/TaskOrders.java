package be.belnet.orderdesk.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Leads from tasks and process instances to the numbers they are about, as far as a person may see them. */
@Component
class TaskOrders {
    private final TaskService tasks;
    private final HistoryService history;
    private final Caller caller;

    TaskOrders(TaskService tasks, HistoryService history, Caller caller) {
        this.tasks = tasks;
        this.history = history;
        this.caller = caller;
    }

    /** Those that are open and that the person may see. */
    List<Task> visible(Collection<String> taskIds, String user) {
        return caller.inTheEngine(user, () -> tasks.createTaskQuery()
                .taskIdIn(taskIds.toArray(String[]::new))
                .listPage(0, Math.max(1, taskIds.size())));
    }

    /** Numbers by task; those are missing that belong to no process. */
    Map<String, String> numbers(List<Task> of) {
        Map<String, String> byInstance = byInstance(of.stream()
                .map(Task::getProcessInstanceId)
                .filter(id -> id != null)
                .collect(Collectors.toSet()));
        return of.stream()
                .filter(task -> byInstance.containsKey(task.getProcessInstanceId()))
                .collect(Collectors.toMap(Task::getId, task -> byInstance.get(task.getProcessInstanceId())));
    }

    /** Empty as well where the person may not see the task. */
    Optional<String> ofTask(String taskId, String user) {
        return numbers(visible(List.of(taskId), user)).values().stream().findFirst();
    }

    /** Running or finished; empty as well where the person may not see the instance. */
    Optional<String> ofInstance(String instanceId, String user) {
        return Optional.ofNullable(caller.inTheEngine(user, () -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instanceId)
                        .singleResult()))
                .map(HistoricProcessInstance::getBusinessKey);
    }

    private Map<String, String> byInstance(Collection<String> instances) {
        if (instances.isEmpty()) {
            return Map.of();
        }
        return history.createHistoricProcessInstanceQuery().processInstanceIds(Set.copyOf(instances)).list().stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(HistoricProcessInstance::getId, HistoricProcessInstance::getBusinessKey));
    }
}

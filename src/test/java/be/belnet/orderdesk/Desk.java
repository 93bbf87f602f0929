package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** What staff do in Tasklist, for tests: each act as the person named, with that person's rights. */
@TestComponent
public class Desk {
    private final FormService forms;
    private final IdentityService identity;
    private final ManagementService management;
    private final RepositoryService repository;
    private final RuntimeService processes;
    private final TaskService tasks;
    private final OrderFile orders;

    Desk(
            FormService forms,
            IdentityService identity,
            ManagementService management,
            RepositoryService repository,
            RuntimeService processes,
            TaskService tasks,
            OrderFile orders) {
        this.forms = forms;
        this.identity = identity;
        this.management = management;
        this.repository = repository;
        this.processes = processes;
        this.tasks = tasks;
        this.orders = orders;
    }

    /** Sends a start form; the order's number. Jobs that became due have run. */
    public String start(String user, String process, Map<String, Object> answers) {
        String number = as(
                user, () -> forms.submitStartForm(definition(process), answers).getBusinessKey());
        runJobs(number);
        return number;
    }

    /** Completes the one open task of this id, which the person's group must be able to do. Due jobs have run. */
    public void complete(String order, String task, String user, Map<String, Object> answers) {
        submit(order, task, user, answers);
        runJobs(order);
    }

    /** As {@link #complete}, without running what became due. */
    public void submit(String order, String task, String user, Map<String, Object> answers) {
        String id = task(order, task).getId();
        as(user, () -> {
            if (tasks.createTaskQuery().taskId(id).taskUnassigned().count() == 1) {
                tasks.claim(id, user);
            }
            forms.submitTaskForm(id, new HashMap<>(answers));
            return null;
        });
    }

    /** Sends a task's form; false when the task is gone. */
    public boolean trySubmit(String taskId, String user, Map<String, Object> answers) {
        try {
            as(user, () -> {
                forms.submitTaskForm(taskId, new HashMap<>(answers));
                return null;
            });
            return true;
        } catch (NullValueException gone) {
            return false;
        }
    }

    /** @throws AssertionError when the order does not stand there, or more than once */
    public Task task(String order, String task) {
        List<Task> found = tasks.createTaskQuery()
                .processInstanceBusinessKey(order)
                .taskDefinitionKey(task)
                .list();
        assertThat(found)
                .as("%s of %s, where open are %s", task, order, openTasks(order))
                .hasSize(1);
        return found.get(0);
    }

    public List<String> openTasks(String order) {
        return tasks.createTaskQuery().processInstanceBusinessKey(order).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    public boolean isRunning(String order) {
        return processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(order)
                        .count()
                > 0;
    }

    public Order order(String number) {
        return orders.get(number);
    }

    /** Runs what is due for an order until nothing is left; a job that fails throws. */
    public void runJobs(String order) {
        for (List<Job> due = due(order); !due.isEmpty(); due = due(order)) {
            due.stream().filter(this::isThere).forEach(job -> management.executeJob(job.getId()));
        }
    }

    /** What ran before it may have made it void. */
    private boolean isThere(Job job) {
        return management.createJobQuery().jobId(job.getId()).count() > 0;
    }

    /** Jobs of an order that could run now. */
    public List<Job> due(String order) {
        return management.createJobQuery().executable().list().stream()
                .filter(job -> instances(order).contains(job.getProcessInstanceId()))
                .toList();
    }

    /** Jobs of an order that the engine will try sooner or later, but for timers. */
    public List<Job> pending(String order) {
        return management.createJobQuery().messages().withRetriesLeft().list().stream()
                .filter(job -> instances(order).contains(job.getProcessInstanceId()))
                .toList();
    }

    /** Does something as a member of staff, with that person's groups. */
    public <T> T as(String user, Supplier<T> act) {
        try {
            identity.setAuthentication(
                    user,
                    identity.createGroupQuery().groupMember(user).list().stream()
                            .map(Group::getId)
                            .toList());
            return act.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private List<String> instances(String order) {
        return processes.createProcessInstanceQuery().processInstanceBusinessKey(order).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    private String definition(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }
}

package be.belnet.orderdesk.team.process;

import be.belnet.orderdesk.team.CoveredTask;
import be.belnet.orderdesk.team.CoveredTasks;
import be.belnet.orderdesk.team.DueTask;
import be.belnet.orderdesk.team.Tasks;
import be.belnet.orderdesk.team.Work.OpenWork;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tasks as the engine has them. */
@Component
class EngineTasks implements Tasks {
    /** By it models name whose a task is. */
    private static final String ACCOUNT_MANAGER = "accountManager";

    private final TaskService tasks;
    private final RuntimeService processes;
    private final CoveredTasks covered;

    EngineTasks(@Lazy TaskService tasks, @Lazy RuntimeService processes, CoveredTasks covered) {
        this.tasks = tasks;
        this.processes = processes;
        this.covered = covered;
    }

    @Override
    public List<OpenWork> of(String user) {
        List<Task> theirs = Stream.concat(
                        tasks.createTaskQuery().taskAssignee(user).list().stream(),
                        covered.open().stream()
                                .filter(cover -> cover.absent().equals(user))
                                .map(CoveredTask::task)
                                .map(task ->
                                        tasks.createTaskQuery().taskId(task).singleResult())
                                .filter(Objects::nonNull))
                .toList();
        Map<String, String> numbers = numbers(theirs);
        return theirs.stream()
                .map(task -> new OpenWork(
                        task.getId(), numbers.get(task.getProcessInstanceId()), task.getTaskDefinitionKey()))
                .sorted(Comparator.comparing(OpenWork::order).thenComparing(OpenWork::activity))
                .toList();
    }

    @Override
    public List<DueTask> due(String user, Instant before) {
        List<Task> due = tasks.createTaskQuery()
                .taskAssignee(user)
                .dueBefore(Date.from(before))
                .followUpBeforeOrNotExistent(Date.from(before))
                .orderByDueDate()
                .asc()
                .list();
        Map<String, String> numbers = numbers(due);
        return due.stream()
                .map(task -> new DueTask(
                        task.getId(),
                        numbers.get(task.getProcessInstanceId()),
                        task.getTaskDefinitionKey(),
                        task.getDueDate().toInstant()))
                .toList();
    }

    @Override
    public long unclaimedDue(Collection<String> groups, Instant before) {
        return tasks.createTaskQuery()
                .taskCandidateGroupIn(List.copyOf(groups))
                .taskUnassigned()
                .dueBefore(Date.from(before))
                .followUpBeforeOrNotExistent(Date.from(before))
                .count();
    }

    @Override
    public void give(OpenWork task, String user) {
        tasks.setAssignee(task.task(), user);
    }

    @Override
    public void rename(String formerAccountManager, String accountManager) {
        for (VariableInstance known : processes
                .createVariableInstanceQuery()
                .variableValueEquals(ACCOUNT_MANAGER, formerAccountManager)
                .list()) {
            processes.setVariableLocal(known.getExecutionId(), ACCOUNT_MANAGER, accountManager);
        }
    }

    /** Business keys by process instance. */
    private Map<String, String> numbers(List<Task> of) {
        return of.isEmpty()
                ? Map.of()
                : processes
                        .createProcessInstanceQuery()
                        .processInstanceIds(
                                of.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }
}

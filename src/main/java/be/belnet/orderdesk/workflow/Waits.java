package be.belnet.orderdesk.workflow;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Step;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets tasks wait for customer or supplier. A waiting task leaves the lists of work by its follow-up date, turn and
 * clocks of its order change side, and nobody is reminded; it comes back on the day, or earlier when there is news.
 */
@Service
@Transactional
public class Waits {
    /** Of a waiting task alone: which side it waits for, customer or supplier, so that each has its list. */
    public static final ProcessVariable<String> WAITS_FOR = new ProcessVariable<>("waitsFor", String.class);

    private final TaskService tasks;
    private final RuntimeService processes;
    private final OrderFile orders;
    private final OrderSteps steps;

    Waits(@Lazy TaskService tasks, @Lazy RuntimeService processes, OrderFile orders, OrderSteps steps) {
        this.tasks = tasks;
        this.processes = processes;
        this.orders = orders;
        this.steps = steps;
    }

    /**
     * Lets a task wait; one that waits already waits anew.
     *
     * @throws TaskGoneException when there is no such task any more
     */
    public void begin(String taskId, Wait wait) {
        Task task = task(taskId);
        String order = order(task);
        // first the engine's rows, as whoever completes the task: the two would wait for each other otherwise
        followUp(task, morning(wait));
        tasks.setVariableLocal(taskId, WAITS_FOR.name(), wait.turn().code());
        if (!putOff(order, task.getTaskDefinitionKey(), wait)) {
            throw new TaskGoneException(taskId);
        }
    }

    /** Lets a task wait from its first moment on, at which no query of the engine finds it yet. */
    public void beginAtOnce(DelegateTask created, Wait wait) {
        created.setFollowUpDate(morning(wait));
        created.setVariableLocal(WAITS_FOR.name(), wait.turn().code());
        putOff(created.getExecution().getProcessBusinessKey(), created.getTaskDefinitionKey(), wait);
    }

    private boolean putOff(String order, String activity, Wait wait) {
        if (!steps.putOff(order, activity, wait)) {
            return false;
        }
        orders.record(
                order,
                "waitBegun",
                Map.of(
                        "activity", activity,
                        "side", wait.turn().code(),
                        "on", wait.until().toString(),
                        "reason", wait.reason()));
        return true;
    }

    private static Date morning(Wait wait) {
        return Date.from(wait.until().atStartOfDay(BRUSSELS).toInstant());
    }

    /**
     * A person takes a waiting task up again.
     *
     * @return false when it does not wait
     * @throws TaskGoneException when there is no such task any more
     */
    public boolean end(String taskId) {
        Task task = task(taskId);
        return end(order(task), task.getTaskDefinitionKey(), "person");
    }

    /** The customer has answered: what waits for it waits no longer. */
    public void customerAnswered(String orderNumber) {
        steps.open(List.of(orderNumber)).stream()
                .filter(step -> step.waiting() != null && step.turn() == Turn.CUSTOMER)
                .forEach(step -> end(orderNumber, step.activity(), "answer"));
    }

    /** What an order's step at an activity waits for; empty when it does not wait. */
    @Transactional(readOnly = true)
    public Optional<Wait> at(String orderNumber, String activity) {
        return steps.open(List.of(orderNumber)).stream()
                .filter(step -> step.activity().equals(activity))
                .map(Step::waiting)
                .filter(wait -> wait != null)
                .findFirst();
    }

    boolean endOnItsDay(Step step) {
        return end(step.orderNumber(), step.activity(), "day");
    }

    List<Step> over(LocalDate day) {
        return steps.waitingUntil(day);
    }

    /** The engine's rows come first, as in {@link #begin}. */
    private boolean end(String order, String activity, String why) {
        if (at(order, activity).isEmpty()) {
            return false;
        }
        tasks.createTaskQuery().processInstanceBusinessKey(order).taskDefinitionKey(activity).list().stream()
                .filter(task -> task.getFollowUpDate() != null)
                .min(Comparator.comparing(Task::getFollowUpDate))
                .ifPresent(this::takeUp);
        if (!steps.takeUp(order, activity)) {
            return false;
        }
        orders.record(order, "waitEnded", Map.of("activity", activity, "why", why));
        return true;
    }

    private void takeUp(Task task) {
        followUp(task, null);
        tasks.removeVariableLocal(task.getId(), WAITS_FOR.name());
    }

    private void followUp(Task task, Date day) {
        task.setFollowUpDate(day);
        tasks.saveTask(task);
    }

    private Task task(String id) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult())
                .orElseThrow(() -> new TaskGoneException(id));
    }

    private String order(Task task) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }
}

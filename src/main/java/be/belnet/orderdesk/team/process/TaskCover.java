package be.belnet.orderdesk.team.process;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.team.Absence;
import be.belnet.orderdesk.team.Absences;
import be.belnet.orderdesk.team.CoveredTask;
import be.belnet.orderdesk.team.CoveredTask.State;
import be.belnet.orderdesk.team.CoveredTasks;
import be.belnet.orderdesk.team.CoveredTasks.OfOrder;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives one task to a substitute or back, each in a transaction of its own. */
@Component
@Transactional
class TaskCover {
    private static final String NOBODY = "orderdesk";

    private final TaskService tasks;
    private final RuntimeService processes;
    private final Absences absences;
    private final CoveredTasks covered;
    private final OrderFile orders;

    TaskCover(
            @Lazy TaskService tasks,
            @Lazy RuntimeService processes,
            Absences absences,
            CoveredTasks covered,
            OrderFile orders) {
        this.tasks = tasks;
        this.processes = processes;
        this.absences = absences;
        this.covered = covered;
        this.orders = orders;
    }

    /** A task of somebody who is away goes to who stands in, unless it is theirs no more. */
    void cover(Absence absence, String taskId) {
        Task task = tasks.createTaskQuery()
                .taskId(taskId)
                .taskAssignee(absence.user())
                .singleResult();
        if (task == null) {
            return;
        }
        covered.openOf(taskId).ifPresentOrElse(this::review, () -> {
            String substitute = absences.actingFor(absence.user());
            begin(absence, new OfOrder(taskId, number(task), task.getTaskDefinitionKey()), substitute);
            tasks.setAssignee(taskId, substitute);
        });
    }

    /** Notes that a task goes to a substitute; the timeline tells it. */
    void begin(Absence absence, OfOrder task, String substitute) {
        covered.begin(absence, task, substitute);
        tell(task.order(), task.activity(), "taskCovered", absence.user(), substitute);
    }

    /** Looks where a covered task belongs today, and brings it there. */
    void review(CoveredTask seen) {
        covered.hold(seen).ifPresent(cover -> {
            Task task = tasks.createTaskQuery().taskId(cover.task()).singleResult();
            if (task == null) {
                covered.settle(cover, State.GONE);
            } else if (cover.absent().equals(task.getAssignee())) {
                covered.settle(cover, State.RETURNED);
            } else if (!cover.substitute().equals(task.getAssignee())) {
                covered.settle(cover, State.MOVED);
            } else {
                bring(cover, absences.actingFor(cover.absent()));
            }
        });
    }

    private void bring(CoveredTask cover, String acting) {
        if (acting.equals(cover.substitute())) {
            return;
        }
        boolean isBack = acting.equals(cover.absent());
        boolean stillThere = absences.today(cover.substitute()).isEmpty();
        if (stillThere && covered.isBegun(cover)) {
            if (isBack && covered.settle(cover, State.KEPT)) {
                tell(cover.order(), cover.activity(), "taskKept", cover.absent(), cover.substitute());
            }
            return;
        }
        tasks.setAssignee(cover.task(), acting);
        if (isBack) {
            covered.settle(cover, State.RETURNED);
            tell(cover.order(), cover.activity(), "taskReturned", cover.absent(), cover.substitute());
        } else {
            covered.pass(cover, acting);
            tell(cover.order(), cover.activity(), "taskCovered", cover.absent(), acting);
        }
    }

    private void tell(String number, String activity, String kind, String absent, String substitute) {
        if (orders.find(number).isPresent()) {
            orders.recordBy(
                    NOBODY, number, kind, Map.of("activity", activity, "absent", absent, "substitute", substitute));
        }
    }

    private String number(Task task) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }
}

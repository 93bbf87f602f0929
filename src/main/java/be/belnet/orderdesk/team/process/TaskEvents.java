package be.belnet.orderdesk.team.process;

import be.belnet.orderdesk.team.Absence;
import be.belnet.orderdesk.team.Absences;
import be.belnet.orderdesk.team.CoveredTask.State;
import be.belnet.orderdesk.team.CoveredTasks;
import be.belnet.orderdesk.team.CoveredTasks.OfOrder;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens when a task of any model comes or goes, in the engine's transaction. */
@Component
class TaskEvents {
    private final Absences absences;
    private final CoveredTasks covered;
    private final TaskCover cover;

    TaskEvents(Absences absences, CoveredTasks covered, TaskCover cover) {
        this.absences = absences;
        this.covered = covered;
        this.cover = cover;
    }

    @EventListener
    void happened(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> created(task);
            case TaskListener.EVENTNAME_COMPLETE -> settled(task, State.FINISHED);
            case TaskListener.EVENTNAME_DELETE -> settled(task, State.GONE);
            default -> {
                // who else has it is seen by the rounds
            }
        }
    }

    private void created(DelegateTask task) {
        if (task.getAssignee() != null) {
            absences.today(task.getAssignee()).forEach(absence -> give(task, absence));
        }
    }

    private void give(DelegateTask task, Absence absence) {
        String substitute = absences.actingFor(absence.user());
        String number = task.getExecution().getProcessBusinessKey();
        cover.begin(absence, new OfOrder(task.getId(), number, task.getTaskDefinitionKey()), substitute);
        task.setAssignee(substitute);
    }

    private void settled(DelegateTask task, State state) {
        covered.openOf(task.getId()).ifPresent(one -> covered.settle(one, state));
    }
}

package be.belnet.orderdesk.team.process;

import be.belnet.orderdesk.team.Absence;
import be.belnet.orderdesk.team.Absences;
import be.belnet.orderdesk.team.CoveredTask.State;
import be.belnet.orderdesk.team.CoveredTasks;
import be.belnet.orderdesk.team.CoveredTasks.OfOrder;
import be.belnet.orderdesk.team.TaskKeepers;
import be.belnet.orderdesk.team.TaskKeepers.Phase;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens when a task of any model comes or goes, in the engine's transaction. */
@Component
class TaskEvents {
    private final Absences absences;
    private final CoveredTasks covered;
    private final TaskCover cover;
    private final TaskKeepers keepers;

    TaskEvents(Absences absences, CoveredTasks covered, TaskCover cover, TaskKeepers keepers) {
        this.absences = absences;
        this.covered = covered;
        this.cover = cover;
        this.keepers = keepers;
    }

    @EventListener
    void happened(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> created(task);
            case TaskListener.EVENTNAME_ASSIGNMENT -> assigned(task);
            case TaskListener.EVENTNAME_COMPLETE -> completed(task);
            case TaskListener.EVENTNAME_DELETE -> settled(task, State.GONE);
            default -> {
                // nothing else concerns who has it
            }
        }
    }

    private void created(DelegateTask task) {
        if (task.getAssignee() != null) {
            absences.today(task.getAssignee()).forEach(absence -> give(task, absence));
        } else if (isOfGroup(task)) {
            keepers.of(phase(task)).ifPresent(task::setAssignee);
        }
    }

    private void give(DelegateTask task, Absence absence) {
        String substitute = absences.actingFor(absence.user());
        cover.begin(absence, new OfOrder(task.getId(), number(task), task.getTaskDefinitionKey()), substitute);
        task.setAssignee(substitute);
    }

    private void assigned(DelegateTask task) {
        if (task.getAssignee() == null && isOfGroup(task)) {
            keepers.forget(phase(task));
        }
    }

    private void completed(DelegateTask task) {
        settled(task, State.FINISHED);
        if (isOfGroup(task)) {
            Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId())
                    .or(() -> Optional.ofNullable(task.getAssignee()))
                    .ifPresent(user -> keepers.note(phase(task), user));
        }
    }

    private void settled(DelegateTask task, State state) {
        covered.openOf(task.getId()).ifPresent(one -> covered.settle(one, state));
    }

    /** The model names no person for it. */
    private static boolean isOfGroup(DelegateTask task) {
        return ((TaskEntity) task).getTaskDefinition().getAssigneeExpression() == null && number(task) != null;
    }

    private static Phase phase(DelegateTask task) {
        List<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        String process =
                ((ExecutionEntity) task.getExecution()).getProcessDefinition().getKey();
        return new Phase(number(task), process, groups);
    }

    private static String number(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}

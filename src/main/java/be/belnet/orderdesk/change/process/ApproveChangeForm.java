package be.belnet.orderdesk.change.process;

import static be.belnet.orderdesk.change.process.ChangeVariables.CHANGE_APPROVAL;
import static be.belnet.orderdesk.change.process.ChangeVariables.CHANGE_REASON;

import be.belnet.orderdesk.change.ChangeDesk;
import be.belnet.orderdesk.change.ChangeReview;
import be.belnet.orderdesk.change.Changes;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A manager approves a change that costs Belnet something, or refuses it; never who determined it. */
@Component
class ApproveChangeForm implements TaskForm {
    private final Changes changes;
    private final ChangeDesk desk;
    private final ChangeReview review;
    private final TaskService tasks;
    private final MessageSource messages;

    ApproveChangeForm(
            Changes changes, ChangeDesk desk, ChangeReview review, @Lazy TaskService tasks, MessageSource messages) {
        this.changes = changes;
        this.desk = desk;
        this.review = review;
        this.tasks = tasks;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "approve-change";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        Map<String, String> facts = new HashMap<>(review.facts(context));
        String reason = (String) tasks.getVariable(context.taskId(), CHANGE_REASON.name());
        facts.put("why", messages.getMessage("fact.terms." + reason, null, reason, context.locale()));
        return facts;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        if (context.userId() == null
                || context.userId().equals(changes.get(context.orderNumber()).determinedBy())) {
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.fourEyes")));
        }
        String approval = answers.text(CHANGE_APPROVAL.name());
        if (approval.equals("refuse")) {
            desk.refuse(context.orderNumber(), answers.reason());
        } else {
            desk.approve(context.orderNumber());
        }
        return Map.of(CHANGE_APPROVAL.name(), approval);
    }
}

package be.belnet.orderdesk.termination.process;

import static be.belnet.orderdesk.termination.process.TerminationVariables.INTENTION_DECISION;

import be.belnet.orderdesk.termination.LetterReminders;
import be.belnet.orderdesk.termination.NoticeDesk;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The account manager finds out why no letter comes, and waits on or lets the intention lapse. */
@Component
class TakeUpIntentionForm implements TaskForm {
    private final NoticeDesk desk;
    private final LetterReminders reminders;
    private final NoticeFormFacts facts;

    TakeUpIntentionForm(NoticeDesk desk, LetterReminders reminders, NoticeFormFacts facts) {
        this.desk = desk;
        this.reminders = reminders;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "take-up-intention";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String decision = answers.text(INTENTION_DECISION.name());
        if (decision.equals("waitOn")) {
            reminders.waitOn(context.orderNumber(), answers.text("reason"));
        } else {
            desk.letLapse(context.orderNumber(), answers.reason());
        }
        return Map.of(INTENTION_DECISION.name(), decision);
    }
}

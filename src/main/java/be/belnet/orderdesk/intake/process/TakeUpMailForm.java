package be.belnet.orderdesk.intake.process;

import be.belnet.orderdesk.intake.TriageDesk;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A person does what is to be done about a mail of ours that came back, and says how. */
@Component
class TakeUpMailForm implements TaskForm {
    private final TriageDesk triage;
    private final MailFacts facts;

    TakeUpMailForm(TriageDesk triage, MailFacts facts) {
        this.triage = triage;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "take-up-mail";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(triage.of(context.orderNumber()), context.locale());
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of(MailFacts.SHOWN, triage.of(context.orderNumber()).texts().size());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        triage.hold(context.orderNumber(), answers.text(MailFacts.SHOWN));
        triage.takenUp(context.orderNumber(), answers.text("deed"));
        return Map.of();
    }
}

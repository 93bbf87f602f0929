package be.belnet.orderdesk.bams.process;

import static be.belnet.orderdesk.bams.process.BamsVariables.MAIL_DECISION;

import be.belnet.orderdesk.bams.MailSecurityEnd;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.ordering.Troubles;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Mail still comes to an appliance that is to stop: operations has it moved and looks again, or stops it all the same. */
@Component
class SettleMailForm implements TaskForm {
    private final MailSecurityEnd end;
    private final OrderFacts facts;
    private final Troubles troubles;

    SettleMailForm(MailSecurityEnd end, OrderFacts facts, Troubles troubles) {
        this.end = end;
        this.facts = facts;
        this.troubles = troubles;
    }

    @Override
    public String name() {
        return "settle-mail";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        Map<String, String> known = new HashMap<>(facts.of(context));
        known.put(
                "domains",
                troubles.event(context.orderNumber(), "mailStillHere")
                        .map(event -> event.facts().get("domains"))
                        .orElse(OrderFacts.UNKNOWN));
        return known;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String decision = answers.text(MAIL_DECISION.name());
        if (decision.equals("stopNow")) {
            end.noteStopAnyway(context.orderNumber(), answers.reason());
        }
        return Map.of(MAIL_DECISION.name(), decision);
    }
}

package be.belnet.orderdesk.contract.process;

import static be.belnet.orderdesk.contract.process.ContractVariables.CONTRACT_SIGNED;
import static be.belnet.orderdesk.contract.process.ContractVariables.NEEDS_REOPENED;
import static be.belnet.orderdesk.contract.process.ContractVariables.SILENCE_DECISION;

import be.belnet.orderdesk.contract.ContractReminders;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The account manager finds out why no copies come, and waits on or gives the order up. */
@Component
class DecideOnSilenceForm implements TaskForm {
    private final ContractReminders reminders;
    private final ContractFacts facts;

    DecideOnSilenceForm(ContractReminders reminders, ContractFacts facts) {
        this.reminders = reminders;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "decide-on-silence";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String decision = answers.text("silenceDecision");
        if (decision.equals("waitOn")) {
            reminders.waitOn(context.orderNumber(), answers.text("reason"));
        } else {
            reminders.giveUp(context.orderNumber(), answers.reason());
        }
        return Map.of(SILENCE_DECISION.name(), decision, CONTRACT_SIGNED.name(), false, NEEDS_REOPENED.name(), false);
    }
}

package be.belnet.orderdesk.contract.process;

import static be.belnet.orderdesk.contract.process.ContractVariables.REMINDER;

import be.belnet.orderdesk.contract.ContractReminders;
import be.belnet.orderdesk.order.OrderSteps;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks {@code contract-reminders.dmn} whether the customer is to be reminded today. Safe to repeat: it only reads. */
@Component
class DecideReminderDelegate implements JavaDelegate {
    private static final String AWAITED = "userTask_registerSignedCopies";

    private final ContractReminders reminders;
    private final OrderSteps steps;
    private final DecisionService decisions;

    DecideReminderDelegate(ContractReminders reminders, OrderSteps steps, @Lazy DecisionService decisions) {
        this.reminders = reminders;
        this.steps = steps;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        String reminder = decisions
                .evaluateDecisionTableByKey("contract-reminders", facts(order))
                .getSingleEntry();
        REMINDER.set(execution, reminder);
    }

    private Map<String, Object> facts(String order) {
        ContractReminders.Standing standing = reminders.look(order);
        return Variables.putValue("openingDay", standing.openingDay())
                .putValue("customersTurn", isCustomersTurn(order))
                .putValue("remindedThisWeek", standing.remindedThisWeek())
                .putValue("openingDaysWaited", standing.openingDaysWaited())
                .putValue("remindersSent", standing.remindersSent());
    }

    /** Copies are awaited, and nobody let the task wait until a day. */
    private boolean isCustomersTurn(String order) {
        return steps.open(List.of(order)).stream()
                .anyMatch(step -> step.activity().equals(AWAITED) && step.waiting() == null);
    }
}

package be.belnet.orderdesk.termination.process;

import static be.belnet.orderdesk.termination.process.TerminationVariables.LETTER_REMINDER;

import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.termination.LetterReminders;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks {@code letter-reminders.dmn} whether the customer is to be reminded today. Safe to repeat: it only reads. */
@Component
class DecideLetterReminderDelegate implements JavaDelegate {
    private static final String AWAITED = "userTask_registerLetter";

    private final LetterReminders reminders;
    private final OrderSteps steps;
    private final DecisionService decisions;

    DecideLetterReminderDelegate(LetterReminders reminders, OrderSteps steps, @Lazy DecisionService decisions) {
        this.reminders = reminders;
        this.steps = steps;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reminder = decisions
                .evaluateDecisionTableByKey("letter-reminders", facts(execution.getProcessBusinessKey()))
                .getSingleEntry();
        LETTER_REMINDER.set(execution, reminder);
    }

    private Map<String, Object> facts(String number) {
        LetterReminders.Standing standing = reminders.look(number);
        return Variables.putValue("openingDay", standing.openingDay())
                .putValue("customersTurn", isCustomersTurn(number))
                .putValue("remindedThisWeek", standing.remindedThisWeek())
                .putValue("openingDaysWaited", standing.openingDaysWaited())
                .putValue("remindersSent", standing.remindersSent());
    }

    /** The letter is awaited, and nobody let the task wait until a day. */
    private boolean isCustomersTurn(String number) {
        return steps.open(List.of(number)).stream()
                .anyMatch(step -> step.activity().equals(AWAITED) && step.waiting() == null);
    }
}

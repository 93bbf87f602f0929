package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.RECORD_REMINDER;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks {@code dcs-reminders.dmn} whether the customer is to be reminded today. Safe to repeat: it only reads. */
@Component
class DecideRecordReminderDelegate implements JavaDelegate {
    private final DomainReminders reminders;
    private final DecisionService decisions;

    DecideRecordReminderDelegate(DomainReminders reminders, @Lazy DecisionService decisions) {
        this.reminders = reminders;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DomainReminders.Standing standing = reminders.look(execution.getProcessBusinessKey());
        String reminder = decisions
                .evaluateDecisionTableByKey("dcs-reminders", facts(standing))
                .getSingleEntry();
        RECORD_REMINDER.set(execution, reminder);
    }

    private static Map<String, Object> facts(DomainReminders.Standing standing) {
        return Variables.putValue("openingDay", standing.openingDay())
                .putValue("customersTurn", standing.customersTurn())
                .putValue("remindedThisWeek", standing.remindedThisWeek())
                .putValue("openingDaysWaited", standing.openingDaysWaited())
                .putValue("remindersSent", standing.remindersSent());
    }
}

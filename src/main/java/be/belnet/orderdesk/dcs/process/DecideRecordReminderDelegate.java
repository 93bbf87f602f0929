package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.RECORD_REMINDER;

import be.belnet.orderdesk.workflow.ReminderTables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks {@code dcs-reminders.dmn} whether the customer is to be reminded today. Safe to repeat: it only reads. */
@Component
class DecideRecordReminderDelegate implements JavaDelegate {
    private final DomainReminders reminders;
    private final ReminderTables tables;

    DecideRecordReminderDelegate(DomainReminders reminders, ReminderTables tables) {
        this.reminders = reminders;
        this.tables = tables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        RECORD_REMINDER.set(execution, tables.ask("dcs-reminders", reminders.look(order)));
    }
}

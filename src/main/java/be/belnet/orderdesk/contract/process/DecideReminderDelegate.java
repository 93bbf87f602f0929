package be.belnet.orderdesk.contract.process;

import static be.belnet.orderdesk.contract.process.ContractVariables.REMINDER;

import be.belnet.orderdesk.contract.ContractReminders;
import be.belnet.orderdesk.workflow.ReminderTables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks {@code contract-reminders.dmn} whether the customer is to be reminded today. Safe to repeat: it only reads. */
@Component
class DecideReminderDelegate implements JavaDelegate {
    private static final String AWAITED = "userTask_registerSignedCopies";

    private final ContractReminders reminders;
    private final ReminderTables tables;

    DecideReminderDelegate(ContractReminders reminders, ReminderTables tables) {
        this.reminders = reminders;
        this.tables = tables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        REMINDER.set(execution, tables.ask("contract-reminders", reminders.look(order, tables.awaits(order, AWAITED))));
    }
}

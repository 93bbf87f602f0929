package be.belnet.orderdesk.termination.process;

import static be.belnet.orderdesk.termination.process.TerminationVariables.LETTER_REMINDER;

import be.belnet.orderdesk.termination.LetterReminders;
import be.belnet.orderdesk.workflow.ReminderTables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks {@code letter-reminders.dmn} whether the customer is to be reminded today. Safe to repeat: it only reads. */
@Component
class DecideLetterReminderDelegate implements JavaDelegate {
    private static final String AWAITED = "userTask_registerLetter";

    private final LetterReminders reminders;
    private final ReminderTables tables;

    DecideLetterReminderDelegate(LetterReminders reminders, ReminderTables tables) {
        this.reminders = reminders;
        this.tables = tables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        LETTER_REMINDER.set(
                execution, tables.ask("letter-reminders", reminders.look(order, tables.awaits(order, AWAITED))));
    }
}

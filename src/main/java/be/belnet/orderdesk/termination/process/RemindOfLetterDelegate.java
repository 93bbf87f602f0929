package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.termination.LetterReminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the customer of the registered letter. Safe to repeat: one reminder a week and contact. */
@Component
class RemindOfLetterDelegate implements JavaDelegate {
    private final LetterReminders reminders;

    RemindOfLetterDelegate(LetterReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.remind(execution.getProcessBusinessKey());
    }
}

package be.belnet.orderdesk.dcs.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the customer of its open domains. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class RemindOfRecordsDelegate implements JavaDelegate {
    private final DomainReminders reminders;

    RemindOfRecordsDelegate(DomainReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.remind(execution.getProcessBusinessKey());
    }
}

package be.belnet.orderdesk.contract.process;

import be.belnet.orderdesk.contract.ContractReminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the customer's signatory of the copies. Safe to repeat: one reminder a week and contact. */
@Component
class RemindCustomerDelegate implements JavaDelegate {
    private final ContractReminders reminders;

    RemindCustomerDelegate(ContractReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.remind(execution.getProcessBusinessKey());
    }
}

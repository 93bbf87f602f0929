package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.CustomerTalks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the customer that its order has ended. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class ConfirmWithdrawalDelegate implements JavaDelegate {
    private final CustomerTalks talks;

    ConfirmWithdrawalDelegate(CustomerTalks talks) {
        this.talks = talks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        talks.confirmWithdrawal(execution.getProcessBusinessKey());
    }
}

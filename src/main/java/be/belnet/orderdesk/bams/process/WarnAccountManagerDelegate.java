package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.CustomerTalks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the account manager that a delivery will be late. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class WarnAccountManagerDelegate implements JavaDelegate {
    private final CustomerTalks talks;

    WarnAccountManagerDelegate(CustomerTalks talks) {
        this.talks = talks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        talks.warnOfLateDelivery(execution.getProcessBusinessKey());
    }
}

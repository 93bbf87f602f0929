package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.CustomerTalks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails customer and account manager that they will hear from each other. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class SendIntroductionDelegate implements JavaDelegate {
    private final CustomerTalks talks;

    SendIntroductionDelegate(CustomerTalks talks) {
        this.talks = talks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        talks.introduce(execution.getProcessBusinessKey());
    }
}

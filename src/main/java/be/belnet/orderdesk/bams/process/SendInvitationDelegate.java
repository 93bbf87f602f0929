package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.CustomerTalks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the calendar invitation for the meeting, or its new date. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class SendInvitationDelegate implements JavaDelegate {
    private final CustomerTalks talks;

    SendInvitationDelegate(CustomerTalks talks) {
        this.talks = talks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        talks.invite(execution.getProcessBusinessKey());
    }
}

package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.termination.TerminationMails;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the customer why its notice does not count. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class RefuseNoticeDelegate implements JavaDelegate {
    private final TerminationMails mails;

    RefuseNoticeDelegate(TerminationMails mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.refuse(execution.getProcessBusinessKey());
    }
}

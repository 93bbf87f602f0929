package be.belnet.orderdesk.support.process;

import be.belnet.orderdesk.support.SupportMails;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the customer the answer as it was written. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class SendAnswerDelegate implements JavaDelegate {
    private final SupportMails mails;

    SendAnswerDelegate(SupportMails mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.answer(execution.getProcessBusinessKey());
    }
}

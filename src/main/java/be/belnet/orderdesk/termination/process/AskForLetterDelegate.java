package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.termination.TerminationMails;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Mails the customer how and by when to send the registered letter. Safe to repeat: the outbox has the mail only if the step
 * is committed.
 */
@Component
class AskForLetterDelegate implements JavaDelegate {
    private final TerminationMails mails;

    AskForLetterDelegate(TerminationMails mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.askForLetter(execution.getProcessBusinessKey());
    }
}

package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.DomainMails;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the customer what was given up. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class ConfirmValidationDelegate implements JavaDelegate {
    private final DomainMails mails;

    ConfirmValidationDelegate(DomainMails mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.confirmWhatWasGivenUp(execution.getProcessBusinessKey());
    }
}

package be.belnet.orderdesk.support.process;

import be.belnet.orderdesk.support.SupportMails;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the customer where to open a ticket at Sectigo. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class HandToPartnerDelegate implements JavaDelegate {
    private final SupportMails mails;

    HandToPartnerDelegate(SupportMails mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.handToPartner(execution.getProcessBusinessKey());
    }
}

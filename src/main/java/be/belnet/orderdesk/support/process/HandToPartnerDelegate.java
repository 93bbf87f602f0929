package be.belnet.orderdesk.support.process;

import be.belnet.orderdesk.support.SupportLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the customer where to open a ticket at Sectigo. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class HandToPartnerDelegate implements JavaDelegate {
    private final SupportLetters letters;

    HandToPartnerDelegate(SupportLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.handToPartner(execution.getProcessBusinessKey());
    }
}

package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.termination.TerminationLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the customer why its notice does not count. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class RefuseNoticeDelegate implements JavaDelegate {
    private final TerminationLetters letters;

    RefuseNoticeDelegate(TerminationLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.refuse(execution.getProcessBusinessKey());
    }
}

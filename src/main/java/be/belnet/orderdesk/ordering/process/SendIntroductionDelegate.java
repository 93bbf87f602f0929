package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.ordering.OrderLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails customer and account manager that they will hear from each other. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class SendIntroductionDelegate implements JavaDelegate {
    private final OrderLetters letters;

    SendIntroductionDelegate(OrderLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.introduce(execution.getProcessBusinessKey());
    }
}

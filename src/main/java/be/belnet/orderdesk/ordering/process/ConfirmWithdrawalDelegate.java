package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.ordering.OrderLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the customer that its order has ended. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class ConfirmWithdrawalDelegate implements JavaDelegate {
    private final OrderLetters letters;

    ConfirmWithdrawalDelegate(OrderLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.confirmWithdrawal(execution.getProcessBusinessKey());
    }
}

package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.ordering.OrderMails;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the customer that its order has ended. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class ConfirmWithdrawalDelegate implements JavaDelegate {
    private final OrderMails mails;

    ConfirmWithdrawalDelegate(OrderMails mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.confirmWithdrawal(execution.getProcessBusinessKey());
    }
}

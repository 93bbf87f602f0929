package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.ordering.OrderMails;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the customer's signatory the countersigned contract, or that it comes by post. Safe to repeat: nothing leaves before the step is committed. */
@Component
class SendCountersignedContractDelegate implements JavaDelegate {
    private final OrderMails mails;

    SendCountersignedContractDelegate(OrderMails mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.sendCountersignedContract(execution.getProcessBusinessKey());
    }
}

package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.Delivery;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the customer's signatory the countersigned contract, or that it comes by post. Safe to repeat: nothing leaves before the step is committed. */
@Component
class SendCountersignedContractDelegate implements JavaDelegate {
    private final Delivery delivery;

    SendCountersignedContractDelegate(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        delivery.sendCountersignedContract(execution.getProcessBusinessKey());
    }
}

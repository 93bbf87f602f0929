package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.Delivery;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the customer's subscription and tells the customer. Safe to repeat: nothing leaves before the step is committed. */
@Component
class ActivateServiceDelegate implements JavaDelegate {
    private final Delivery delivery;

    ActivateServiceDelegate(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        delivery.activate(execution.getProcessBusinessKey());
    }
}

package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.ordering.OrderedServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the customer's subscription and tells the customer. Safe to repeat: nothing leaves before the step is committed. */
@Component
class ActivateServiceDelegate implements JavaDelegate {
    private final OrderedServices services;

    ActivateServiceDelegate(OrderedServices services) {
        this.services = services;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        services.ofOrder(order).activate(order);
    }
}

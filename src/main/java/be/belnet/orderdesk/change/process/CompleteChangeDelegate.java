package be.belnet.orderdesk.change.process;

import be.belnet.orderdesk.change.ChangeDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets subscription, price and history have what was changed, and tells the customer. Safe to repeat: it is done once. */
@Component
class CompleteChangeDelegate implements JavaDelegate {
    private final ChangeDesk desk;

    CompleteChangeDelegate(ChangeDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.complete(execution.getProcessBusinessKey());
    }
}

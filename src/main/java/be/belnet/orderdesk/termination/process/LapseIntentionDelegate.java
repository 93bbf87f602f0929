package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Closes the file with the reason that stands in it, within the transaction of whoever decided so. Its own process is
 * interrupted by it. Safe to repeat: a file is left once.
 */
@Component
class LapseIntentionDelegate implements JavaDelegate {
    private final OrderProcess process;
    private final OrderFile orders;

    LapseIntentionDelegate(OrderProcess process, OrderFile orders) {
        this.process = process;
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        process.withdraw(number, orders.get(number).closingReason());
    }
}

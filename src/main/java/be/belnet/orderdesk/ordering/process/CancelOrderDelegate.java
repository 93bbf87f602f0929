package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Gives the order up with the reason that stands in its file, within the transaction of whoever decided so. The order's
 * own process is interrupted by it. Safe to repeat: an order is cancelled once.
 */
@Component
class CancelOrderDelegate implements JavaDelegate {
    private final OrderProcess process;
    private final OrderFile orders;

    CancelOrderDelegate(OrderProcess process, OrderFile orders) {
        this.process = process;
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        process.cancel(order, orders.get(order).closingReason());
    }
}

package be.belnet.orderdesk.subscription;

import be.belnet.orderdesk.order.OrderClosed;
import be.belnet.orderdesk.order.OrderState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends subscriptions whose order is left before it is delivered, together with the order. */
@Component
class LeftOrders {
    private final Subscriptions subscriptions;

    LeftOrders(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @EventListener
    void closed(OrderClosed order) {
        if (order.state() != OrderState.COMPLETED) {
            subscriptions.drop(order.number(), order.state().code());
        }
    }
}

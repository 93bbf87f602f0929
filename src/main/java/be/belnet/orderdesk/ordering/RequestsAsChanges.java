package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.order.Order;
import java.util.Optional;

/** Takes up what came as an order and would change a service in use; changes implement it. */
public interface RequestsAsChanges {
    /**
     * Begins a change in the place of the order, in the caller's transaction. Safe to repeat.
     *
     * @return the change's number; empty where the service cannot be changed now, such as while another change is open
     */
    Optional<String> takeUp(Order order);
}

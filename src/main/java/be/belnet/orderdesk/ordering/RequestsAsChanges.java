package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.order.Order;

/** Takes up what came as an order and would change a service in use; changes implement it. */
public interface RequestsAsChanges {
    /**
     * Whether a change can be begun in the place of the order now; nothing is kept.
     *
     * @throws be.belnet.orderdesk.workflow.AnswersRefusedException when it cannot, such as while another change is open
     */
    void requirePossible(Order order);

    /**
     * Begins a change in the place of the order, in the caller's transaction. Safe to repeat.
     *
     * @return the change's number
     * @throws be.belnet.orderdesk.workflow.AnswersRefusedException when the service cannot be changed any more
     */
    String takeUp(Order order);
}

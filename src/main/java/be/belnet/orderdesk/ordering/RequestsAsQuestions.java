package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.order.Order;

/** Takes up what came as an order and is a question about a service in use; support implements it. */
public interface RequestsAsQuestions {
    /**
     * Begins a question in the place of the order, in the caller's transaction. Safe to repeat.
     *
     * @param reason why it is one, in the reviewer's words
     * @return the question's number
     */
    String takeUp(Order order, String reason);
}

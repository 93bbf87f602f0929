package be.belnet.orderdesk.order;

import java.time.Instant;

/**
 * One visit of an order to an activity of its process.
 *
 * @param activity element id in the model
 * @param leftAt null while the order is there
 */
public record Step(String orderNumber, String activity, Turn turn, Instant enteredAt, Instant leftAt) {}

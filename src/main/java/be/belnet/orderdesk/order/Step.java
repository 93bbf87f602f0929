package be.belnet.orderdesk.order;

import java.time.Instant;

/**
 * One visit of an order to an activity of its process, or a part of it: who lets it wait for somebody else ends one part
 * and begins another.
 *
 * @param activity element id in the model
 * @param leftAt null while the order is there
 * @param waiting null unless the step waits for somebody outside
 */
public record Step(String orderNumber, String activity, Turn turn, Instant enteredAt, Instant leftAt, Wait waiting) {}

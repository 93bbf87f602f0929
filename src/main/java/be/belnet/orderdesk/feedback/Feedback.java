package be.belnet.orderdesk.feedback;

import java.time.Instant;

/**
 * What a customer says about an order.
 *
 * @param remark in its words; null when it wrote none
 * @param answeredAt when it said so last
 */
public record Feedback(String orderNumber, Usefulness useful, String remark, Instant answeredAt) {}

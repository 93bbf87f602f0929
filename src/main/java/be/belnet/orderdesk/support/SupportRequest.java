package be.belnet.orderdesk.support;

/**
 * What the file of a question has beyond every order's.
 *
 * @param certificateOrder null when none is known
 * @param answer as it was written last; null before
 */
public record SupportRequest(String orderNumber, SupportTopic topic, String certificateOrder, String answer) {}

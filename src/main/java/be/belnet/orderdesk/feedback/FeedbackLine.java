package be.belnet.orderdesk.feedback;

/**
 * Feedback with the order that it is about.
 *
 * @param acronym null when the order's customer was never known
 */
public record FeedbackLine(Feedback feedback, String service, String kind, String acronym) {}

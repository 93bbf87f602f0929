package be.belnet.orderdesk.workflow;

/**
 * A job of an order that the engine does not try any more.
 *
 * @param process key of the process it belongs to
 * @param activity id of the element
 */
public record FailedJob(String id, String orderNumber, String process, String activity, Throwable cause) {}

package be.belnet.orderdesk.order;

/**
 * The person at the customer who asked.
 *
 * @param language nl, fr, en or de
 * @param phone may be null
 */
public record Requester(String name, String email, String phone, String language) {}

package be.belnet.orderdesk.correspondence;

/**
 * A mail that we wrote, as one finds it by its Message-ID.
 *
 * @param role of whom it went to
 */
public record Written(long id, String orderNumber, String template, String role) {}

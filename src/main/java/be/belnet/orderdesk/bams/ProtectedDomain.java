package be.belnet.orderdesk.bams;

/**
 * A mail domain behind an appliance.
 *
 * @param mailHost name or address of the customer's own mail server
 */
public record ProtectedDomain(String domain, String mailHost) {}

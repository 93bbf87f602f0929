package be.belnet.orderdesk.order;

/**
 * What would become of something done for an order if the order were left now.
 *
 * @param key camel case; its words stand under {@code leaving.<key>}, with the reference as their argument
 * @param reference what it is known by; a dash where nothing is known
 * @param undone false when it cannot be taken back
 */
public record Consequence(String key, String reference, boolean undone) {}

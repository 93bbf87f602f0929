package be.belnet.orderdesk.subscription;

/**
 * Which subscriptions are looked for; null where anything will do.
 *
 * @param words a part of an acronym, present or former, of the customer's name, of a contract, licence or order number, or of
 *     a domain
 * @param page from 0
 */
public record SubscriptionQuery(String service, SubscriptionState state, String words, int page) {
    public static final int PAGE_SIZE = 50;
}

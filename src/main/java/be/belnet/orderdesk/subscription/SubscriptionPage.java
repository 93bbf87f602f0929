package be.belnet.orderdesk.subscription;

import java.util.List;
import java.util.Map;

/**
 * One page of subscriptions, by customer.
 *
 * @param counts how many there are in each state, whichever state is asked for
 * @param page from 0
 * @param pages at least 1
 * @param total subscriptions on all pages
 */
public record SubscriptionPage(
        List<Subscription> subscriptions, Map<SubscriptionState, Long> counts, int page, int pages, long total) {}

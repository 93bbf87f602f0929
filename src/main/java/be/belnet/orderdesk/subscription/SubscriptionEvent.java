package be.belnet.orderdesk.subscription;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that happened to a subscription.
 *
 * @param actor user id, or orderdesk
 * @param kind its words stand under {@code subscription.event.<kind>}
 * @param from null at the beginning, and where the state stays as it is
 * @param to null where the state stays as it is
 * @param countsFrom the day from which it counts
 * @param orderNumber the order or file that brought it; may be null
 * @param detail a date, code or number; may be null
 */
public record SubscriptionEvent(
        Instant happenedAt,
        String actor,
        String kind,
        SubscriptionState from,
        SubscriptionState to,
        LocalDate countsFrom,
        String orderNumber,
        String detail) {}

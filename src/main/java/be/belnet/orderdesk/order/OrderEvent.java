package be.belnet.orderdesk.order;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to an order.
 *
 * @param kind camel case; its words stand in the message bundle under {@code event.<kind>}
 * @param actor user id of staff, {@code customer} or {@code orderdesk}
 * @param facts named values for the words; never empty of meaning, possibly empty
 */
public record OrderEvent(
        long id, String orderNumber, Instant at, String actor, String kind, Map<String, String> facts) {
    /** The fact that names the person in whose place the actor did it; missing where it was the actor's own work. */
    public static final String ON_BEHALF_OF = "onBehalfOf";
}

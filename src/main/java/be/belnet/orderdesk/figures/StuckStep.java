package be.belnet.orderdesk.figures;

import be.belnet.orderdesk.order.Turn;
import java.time.Instant;

/**
 * Where an order is stuck.
 *
 * @param acronym null while the customer is not known
 * @param activity element id in the model
 * @param since when it was entered, or failed
 * @param failure why the engine does not try it any more; null where it only takes too long
 */
public record StuckStep(
        String orderNumber,
        String service,
        String kind,
        String acronym,
        String activity,
        Turn turn,
        Instant since,
        String failure) {}

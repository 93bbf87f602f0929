package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.order.Consequence;
import java.util.List;
import java.util.Map;

/** What one service adds to what the orders of all have in common; each service implements it. */
public interface OrderedService {
    /** BAMS or DCS. */
    String service();

    /** Begins the service's part of an order file that was just opened. */
    void open(String orderNumber);

    /** What the mail with the countersigned contract says besides, by the name in its template. */
    default Map<String, Object> besideContract(String orderNumber) {
        return Map.of();
    }

    /** Starts the customer's subscription and tells the customer, in the caller's transaction. */
    void activate(String orderNumber);

    /** What leaving the order takes back beside its contract and what effects tell of. */
    default List<Consequence> consequences(String orderNumber) {
        return List.of();
    }

    /** Takes that back, in the caller's transaction. */
    default void leave(String orderNumber) {}
}

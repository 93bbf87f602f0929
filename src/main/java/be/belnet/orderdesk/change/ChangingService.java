package be.belnet.orderdesk.change;

import be.belnet.orderdesk.subscription.Subscription;
import java.util.List;

/** What one service knows about changes beyond their file; each service implements it. */
public interface ChangingService {
    /** BAMS or DCS. */
    String service();

    /** As contracts write it. */
    String title();

    /** In the order to show them; their words stand under {@code change.aspect.<aspect>}. */
    List<String> aspects();

    /** What the customer has by the order that brought it, else what the subscription tells. */
    Arrangement origin(Subscription subscription);

    /** Key of the words of a content, or the content as people read it. */
    String words(String aspect, String content);

    /** Code of the tariff's line that this would be sold at; the present one where the change does not touch the price. */
    String priceLine(Subscription subscription, Arrangement before, Arrangement after);

    /** Lets the subscription be as it is at the partners by now, and begins what follows from it. */
    void settle(String number, Subscription subscription, Arrangement after);
}

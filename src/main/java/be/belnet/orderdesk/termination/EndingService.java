package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.subscription.Subscription;
import java.util.List;

/** What one service knows about its end beyond the notice; each service implements it. */
public interface EndingService {
    /** BAMS or DCS. */
    String service();

    /** Domains whose mail still comes to Belnet, or of which nobody can tell; empty for a service without mail. */
    List<String> mailStillHere(Subscription subscription);

    /** Writes down with a subscription whose order has not activated it what is to be taken away on the day. */
    default void keepHandedOver(Subscription subscription) {}
}

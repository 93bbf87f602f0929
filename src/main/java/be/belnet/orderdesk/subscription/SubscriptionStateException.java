package be.belnet.orderdesk.subscription;

/** What was asked of a subscription does not follow from where it stands. */
public class SubscriptionStateException extends RuntimeException {
    SubscriptionStateException(long id, SubscriptionState state, String asked) {
        super("Subscription %d is %s and cannot be %s".formatted(id, state.code(), asked));
    }
}

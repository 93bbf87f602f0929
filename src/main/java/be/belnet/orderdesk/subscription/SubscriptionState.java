package be.belnet.orderdesk.subscription;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a subscription stands in its life. */
public enum SubscriptionState {
    /** Ordered; nothing is being delivered yet. */
    INITIAL,
    /** Being delivered. */
    PROVISIONING,
    ACTIVE,
    /** In use, and on its way to another partner. */
    MIGRATING,
    /** Ended, or never delivered. Final. */
    TERMINATED;

    /** Lower case, as models, the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no state has this code */
    public static SubscriptionState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether the customer can use the service. */
    public boolean isRunning() {
        return this == ACTIVE || this == MIGRATING;
    }

    public boolean mayBecome(SubscriptionState next) {
        return next().contains(next);
    }

    private Set<SubscriptionState> next() {
        return switch (this) {
            case INITIAL -> EnumSet.of(PROVISIONING, TERMINATED);
            case PROVISIONING -> EnumSet.of(ACTIVE, TERMINATED);
            case ACTIVE -> EnumSet.of(MIGRATING, TERMINATED);
            case MIGRATING -> EnumSet.of(ACTIVE, TERMINATED);
            case TERMINATED -> EnumSet.noneOf(SubscriptionState.class);
        };
    }
}

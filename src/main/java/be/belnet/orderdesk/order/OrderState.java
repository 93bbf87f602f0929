package be.belnet.orderdesk.order;

import java.util.Locale;

/** Where an order stands; every state but the first two is final. */
public enum OrderState {
    OPEN,
    /** Being undone: no new effect at a partner may begin. */
    CANCELLING,
    COMPLETED,
    REJECTED,
    WITHDRAWN,
    CANCELLED;

    public boolean isFinal() {
        return this != OPEN && this != CANCELLING;
    }

    /** Lower case, as models, the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no state has this code */
    public static OrderState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

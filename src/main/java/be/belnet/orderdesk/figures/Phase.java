package be.belnet.orderdesk.figures;

import java.util.Locale;

/** Parts of the way of an order or another file, as managers speak of them, in the order of the way. */
public enum Phase {
    REQUEST,
    AGREEMENT,
    CONTRACT,
    DELIVERY,
    VALIDATION,
    NOTICE,
    CLOSING,
    /** On its way from one step to the next. */
    MOVING;

    /** Lower case, as the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no phase has this code */
    static Phase of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

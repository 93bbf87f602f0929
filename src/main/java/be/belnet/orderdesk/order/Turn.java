package be.belnet.orderdesk.order;

import java.util.Locale;

/** Who has to act for an order to go on. Where several must, the first of this list counts. */
public enum Turn {
    BELNET,
    CUSTOMER,
    SUPPLIER,
    NONE;

    /** Lower case, as models, the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no turn has this code */
    public static Turn of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

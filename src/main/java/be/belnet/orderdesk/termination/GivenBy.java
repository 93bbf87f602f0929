package be.belnet.orderdesk.termination;

import java.util.Locale;

/** Who gives notice. */
public enum GivenBy {
    CUSTOMER,
    BELNET;

    /** Lower case, as forms, the database and the decision table write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when nobody has this code */
    public static GivenBy of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

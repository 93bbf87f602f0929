package be.belnet.orderdesk.privacy;

import java.util.Locale;

/** What is asked (GDPR, articles 15 to 17). */
public enum Kind {
    ACCESS,
    RECTIFY,
    ERASE;

    /** Lower case, as forms and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is none of this code */
    public static Kind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

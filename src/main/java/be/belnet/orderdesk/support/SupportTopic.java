package be.belnet.orderdesk.support;

import java.util.Locale;

/** What a question is about. */
public enum SupportTopic {
    TECHNICAL,
    CONTRACT,
    INVOICE,
    /** Also where it is not clear yet. */
    OTHER;

    /** Lower case, as form, decision table and database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no topic has this code */
    public static SupportTopic of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

package be.belnet.orderdesk.workflow;

import java.util.Locale;
import java.util.Set;

/** The languages that staff read; English where theirs is none of them. */
public final class StaffLanguage {
    private static final Set<String> KNOWN = Set.of("nl", "fr", "en", "de");

    private StaffLanguage() {}

    /** nl, fr, en or de. */
    public static Locale of(Locale asked) {
        return KNOWN.contains(asked.getLanguage()) ? Locale.forLanguageTag(asked.getLanguage()) : Locale.ENGLISH;
    }
}

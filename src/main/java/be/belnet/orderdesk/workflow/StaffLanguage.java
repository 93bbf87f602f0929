package be.belnet.orderdesk.workflow;

import java.util.Locale;
import java.util.Set;

/** The languages that staff read; English where theirs is none of them. */
public final class StaffLanguage {
    private static final Set<String> KNOWN = Set.of("nl", "fr", "en", "de");

    private StaffLanguage() {}

    /** How dates are written in a language: English as Europe does, the day before the month. */
    public static Locale writing(Locale language) {
        return language.getLanguage().equals("en") ? Locale.UK : language;
    }

    /** nl, fr, en or de. */
    public static Locale of(Locale asked) {
        return KNOWN.contains(asked.getLanguage()) ? Locale.forLanguageTag(asked.getLanguage()) : Locale.ENGLISH;
    }
}

package be.belnet.orderdesk.reconciliation;

import be.belnet.orderdesk.time.WrittenDates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells of differences in the reader's language. */
@Component
public class DifferenceWords {
    /** Stands for what is not there. */
    private static final String NOTHING = "–";

    private final MessageSource messages;

    DifferenceWords(MessageSource messages) {
        this.messages = messages;
    }

    public String kind(DifferenceKind kind, Locale locale) {
        return say("reconciliation.kind." + kind.code(), locale);
    }

    public String part(String part, Locale locale) {
        return messages.getMessage("reconciliation.part." + part, null, part, locale);
    }

    /** Kind, subject, customer. */
    public String line(KnownDifference known, Locale locale) {
        Difference difference = known.difference();
        return Stream.of(
                        Optional.of(kind(difference.kind(), locale)),
                        Optional.of(subject(difference, locale)),
                        Optional.ofNullable(difference.acronym()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    /** What the difference is about. */
    public String subject(Difference difference, Locale locale) {
        return difference.kind() == DifferenceKind.LISTING_DOUBTFUL
                ? part(difference.subject(), locale)
                : difference.subject();
    }

    public String ours(Difference difference, Locale locale) {
        return say(
                "reconciliation.ours." + difference.kind().code(),
                locale,
                value(difference.ours(), locale),
                Optional.ofNullable(difference.acronym()).orElse(NOTHING));
    }

    public String theirs(Difference difference, Locale locale) {
        return say("reconciliation.theirs." + difference.kind().code(), locale, value(difference.theirs(), locale));
    }

    /** What Orderdesk would do, or that a person has to. */
    public String proposal(Difference difference, Locale locale) {
        return say(
                difference.act() == null
                        ? "reconciliation.act.none"
                        : "reconciliation.act." + difference.act().code(),
                locale);
    }

    /** What we have, what the partner said when, what is proposed, and why that was not done. */
    public String evidence(KnownDifference known, Locale locale) {
        Difference difference = known.difference();
        String said = say(
                "reconciliation.evidence",
                locale,
                ours(difference, locale),
                part(known.part(), locale),
                theirs(difference, locale),
                moment(known.askedAt(), locale),
                proposal(difference, locale));
        return known.words() == null ? said : said + " " + say("reconciliation.refused", locale, known.words());
    }

    public String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, key, locale);
    }

    private String value(String value, Locale locale) {
        if (value == null) {
            return NOTHING;
        }
        try {
            return WrittenDates.day(LocalDate.parse(value), locale);
        } catch (DateTimeParseException noDay) {
            return messages.getMessage("reconciliation.value." + value, null, value, locale);
        }
    }

    private static String moment(Instant at, Locale locale) {
        return WrittenDates.shortMoment(at, locale);
    }
}

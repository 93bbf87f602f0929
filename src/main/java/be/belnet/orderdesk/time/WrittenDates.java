package be.belnet.orderdesk.time;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Days and moments as people in Belgium write them in a language, nl, fr, de or English as Europe has it; moments as
 * Brussels' clocks show them.
 */
public final class WrittenDates {
    private WrittenDates() {}

    /** Such as <em>1 January 2027</em>. */
    public static String day(LocalDate day, Locale language) {
        return write(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), day, language);
    }

    /** Such as <em>Friday 1 January 2027</em>. */
    public static String weekday(LocalDate day, Locale language) {
        String pattern = isGerman(language) ? "EEEE, d. MMMM yyyy" : "EEEE d MMMM yyyy";
        return write(DateTimeFormatter.ofPattern(pattern), day, language);
    }

    /** Such as <em>Fri 1 Jan</em>. */
    public static String shortWeekday(LocalDate day, Locale language) {
        String pattern = isGerman(language) ? "EEE d. MMM" : "EEE d MMM";
        return write(DateTimeFormatter.ofPattern(pattern), day, language);
    }

    /** Such as <em>1 January</em>. */
    public static String dayOfYear(MonthDay day, Locale language) {
        return write(DateTimeFormatter.ofPattern(isGerman(language) ? "d. MMMM" : "d MMMM"), day, language);
    }

    /** Such as <em>1 Jan 2027</em>. */
    public static String shortDay(LocalDate day, Locale language) {
        return write(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), day, language);
    }

    /** Such as <em>1 January 2027, 14:30</em>. */
    public static String moment(Instant at, Locale language) {
        return write(
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT),
                at.atZone(BRUSSELS),
                language);
    }

    /** Such as <em>1 Jan 2027, 14:30</em>. */
    public static String shortMoment(Instant at, Locale language) {
        return shortMoment(LocalDateTime.ofInstant(at, BRUSSELS), language);
    }

    /** As {@link #shortMoment(Instant, Locale)}. */
    public static String shortMoment(LocalDateTime at, Locale language) {
        return write(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), at, language);
    }

    /** Such as <em>Friday, 1 January 2027, 14:30</em>. */
    public static String appointment(LocalDateTime at, Locale language) {
        return write(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT), at, language);
    }

    /** French alone has an ordinal number for the first of a month, which the JDK does not know. */
    private static String write(DateTimeFormatter form, TemporalAccessor time, Locale language) {
        String written = form.withLocale(inBelgium(language)).format(time);
        return language.getLanguage().equals("fr") ? written.replaceFirst("(?<!\\S)1 (?=\\p{L})", "1er ") : written;
    }

    private static Locale inBelgium(Locale language) {
        String code = language.getLanguage();
        return Locale.forLanguageTag(code + (code.equals("en") ? "-GB" : "-BE"));
    }

    private static boolean isGerman(Locale language) {
        return language.getLanguage().equals("de");
    }
}

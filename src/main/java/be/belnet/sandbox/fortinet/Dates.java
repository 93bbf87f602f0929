package be.belnet.sandbox.fortinet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Dates in requests: a day, a local date-time or one with an offset, all ISO 8601; read as Pacific time. */
class Dates {

    private Dates() {}

    static LocalDateTime parse(String text, String field) {
        try {
            return parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(field);
        }
    }

    private static LocalDateTime parse(String text) {
        if (text.length() == "2026-01-31".length()) {
            return LocalDate.parse(text).atStartOfDay();
        }
        var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime instant
                ? instant.atZoneSameInstant(FortiFlexPrograms.PACIFIC).toLocalDateTime()
                : (LocalDateTime) parsed;
    }
}

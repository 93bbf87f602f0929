package be.belnet.sandbox.sectigo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** How dates stand in an answer, as {@code dateFormat} may ask for. */
enum DateStyle {
    ISO("yyyy-MM-dd"),
    ISO_HMS("yyyy-MM-dd HH:mm:ss"),
    EU("dd.MM.yyyy"),
    EU_HMS("dd.MM.yyyy HH:mm:ss"),
    US("MM/dd/yyyy"),
    US_HMS("MM/dd/yyyy HH:mm:ss"),
    UK("dd/MM/yyyy"),
    UK_HMS("dd/MM/yyyy HH:mm:ss"),
    JP("yyyy/MM/dd"),
    JP_HMS("yyyy/MM/dd HH:mm:ss");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final DateTimeFormatter format;

    DateStyle(String pattern) {
        this.format = DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }

    static DateStyle named(String name) {
        return Arrays.stream(values())
                .filter(style -> style.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> SectigoError.invalid("dateFormat"));
    }

    /** Null stays null. */
    String write(Instant at) {
        return at == null ? null : format.format(at);
    }

    /** Date and time whatever was asked for; null stays null. */
    static String stamp(Instant at) {
        return at == null ? null : STAMP.format(at);
    }
}

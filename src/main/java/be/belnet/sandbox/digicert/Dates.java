package be.belnet.sandbox.digicert;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as CertCentral writes them: ISO with offset, to the second. */
final class Dates {
    private Dates() {}

    /** Morning of a day. */
    static String moment(LocalDate day) {
        return moment(day.atTime(9, 0).atOffset(ZoneOffset.UTC));
    }

    static String moment(OffsetDateTime moment) {
        return moment.withOffsetSameInstant(ZoneOffset.UTC)
                .withNano(0)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx"));
    }
}

package be.belnet.sandbox.harica;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Moments as CertManager writes them: ISO, local, without a zone. */
final class Dates {

    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");

    private Dates() {}

    /** With fractions of a second where there are any. Null stays null. */
    static String exact(Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, ATHENS).toString();
    }

    /** Without fractions. Null stays null. */
    static String seconds(Instant at) {
        return at == null ? null : exact(at.truncatedTo(ChronoUnit.SECONDS));
    }
}

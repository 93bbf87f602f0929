package be.belnet.orderdesk.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where days begin and end for Belnet and its customers, wherever a node stands. */
public final class BelgianTime {
    public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private BelgianTime() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(BRUSSELS));
    }
}

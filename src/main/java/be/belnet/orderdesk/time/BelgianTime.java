package be.belnet.orderdesk.time;

import java.time.ZoneId;

/** Where days begin and end for Belnet and its customers, wherever a node stands. */
public final class BelgianTime {
    public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private BelgianTime() {}
}

package be.belnet.orderdesk.calendar;

import java.time.Clock;

/** The calendar for tests that do not care what day it is. */
public final class AnyDay {
    private AnyDay() {}

    public static OpeningDays openingDays() {
        return new OpeningDays(Clock.systemUTC());
    }
}

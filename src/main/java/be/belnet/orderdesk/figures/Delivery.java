package be.belnet.orderdesk.figures;

import java.time.Duration;

/**
 * How long deliveries that ended within a period took, from the first to the last step of the phase, in time elapsed on
 * opening days: 24 hours are one opening day.
 *
 * @param median at most so long took half of them
 * @param ninth at most so long took nine of ten
 * @param inTime how many took a week at most
 */
public record Delivery(String service, Period period, int deliveries, Duration median, Duration ninth, int inTime) {
    /** Opening days. */
    public static final int WEEK = 5;

    private static final String MAIL_SECURITY = "BAMS";

    /** Whether customers of the service are told a week (B8); else its share says nothing. */
    public boolean isPromisedInAWeek() {
        return service.equals(MAIL_SECURITY);
    }

    /** In percent, of at least one delivery. */
    public long share() {
        return Math.round(100.0 * inTime / deliveries);
    }
}

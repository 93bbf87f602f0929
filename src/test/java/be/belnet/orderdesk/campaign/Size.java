package be.belnet.orderdesk.campaign;

import java.time.Duration;

/**
 * How large a campaign is; each figure can be given as {@code orderdesk.campaign.<name>}.
 *
 * @param domains of each customer
 * @param customersADay how many are started on an opening day
 * @param seed of what customers do; printed, so that a run can be had again
 */
record Size(int customers, int domains, int customersADay, long seed) {
    private static final String PREFIX = "orderdesk.campaign.";

    static Size given() {
        return new Size(
                Integer.getInteger(PREFIX + "customers", 10),
                Integer.getInteger(PREFIX + "domains", 8),
                Integer.getInteger(PREFIX + "customers-a-day", 5),
                Long.getLong(PREFIX + "seed", System.nanoTime() % 1_000_000));
    }

    /** From one round at Sectigo to the next: a minute in production, here the longer the more there is to read. */
    Duration pauseOfRounds() {
        return Duration.ofSeconds(1 + allDomains() / 1000);
    }

    int allDomains() {
        return customers * domains;
    }
}

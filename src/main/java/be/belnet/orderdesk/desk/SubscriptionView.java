package be.belnet.orderdesk.desk;

import java.util.List;

/**
 * A page of subscriptions, in the reader's words.
 *
 * @param counts each leads to what it counts
 * @param previous address of the page before; null on the first, as {@code next} is on the last
 */
record SubscriptionView(
        List<Line> lines, List<Count> counts, String count, String place, String previous, String next) {

    /**
     * One subscription.
     *
     * @param customer its legal name; null where the register does not have it
     * @param tag of the state, as the style sheet calls it
     * @param trial until when, while it lasts; null otherwise
     * @param ends when it ends; null while it runs on
     */
    record Line(
            long id,
            String acronym,
            String customer,
            String service,
            String state,
            String tag,
            String contract,
            String since,
            String licence,
            String trial,
            String ends) {}

    /** How many are in a state, and whether only they are shown. */
    record Count(String words, String count, String address, boolean chosen) {}

    /**
     * One subscription with all that is known of it.
     *
     * @param facts in the order to show them
     * @param domains may be empty
     * @param history newest first
     * @param orders newest first
     */
    record Sheet(
            long id,
            String acronym,
            String customer,
            String service,
            String state,
            String tag,
            List<Fact> facts,
            List<String> domains,
            List<Entry> history,
            List<OrderLine> orders) {}

    /** @param link where it leads to; may be null */
    record Fact(String label, String value, String link) {}

    record Entry(String text, String at, String actor, String order) {}

    record OrderLine(String number, String kind, String state, String opened) {}
}

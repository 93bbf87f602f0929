package be.belnet.orderdesk.desk;

import java.math.BigDecimal;
import java.util.List;

/**
 * A page of the board of domains, in the reader's words.
 *
 * @param counts each leads to what it counts
 * @param previous address of the page before; null on the first, as {@code next} is on the last
 */
record DomainView(
        List<Line> lines, List<Count> counts, Sorts sorts, String count, String place, String previous, String next) {

    /**
     * One domain.
     *
     * @param wildcard null where none is asked for
     * @param customer its legal name; null where the register does not have it
     * @param side whose turn it is, as the style sheet calls it
     * @param runOut its validation no longer counts
     * @param finding what was seen at the last look; null before the first
     * @param looked when that was
     * @param blocked the finding keeps the authority from validating
     * @param trouble in the authority's words; null where there is none
     */
    record Line(
            long id,
            String domain,
            String wildcard,
            String acronym,
            String customer,
            String authority,
            String method,
            String standing,
            String state,
            String side,
            String actor,
            String since,
            String validUntil,
            boolean runOut,
            String finding,
            String looked,
            boolean blocked,
            String trouble,
            String order,
            boolean mayAddWildcard,
            boolean mayGiveUp) {}

    /** How many stand so, and whether only they are shown. */
    record Count(String standing, String words, String count, String address, boolean chosen) {}

    /** The order that the page is in, and where it stands in another. */
    record Sorts(String by, String laggards, String domain, String customer, String validUntil) {}

    /**
     * How far customers are.
     *
     * @param bar of all of them together
     * @param count how many customers, and how many of them are done
     */
    record Progress(
            List<CustomerLine> customers,
            String summary,
            String count,
            List<Part> bar,
            String place,
            String previous,
            String next) {}

    /**
     * How far one customer is.
     *
     * @param address of its domains on the board
     * @param begun false for one of a campaign whose turn has not come
     * @param waiting on whom, and for how many domains
     * @param since when somebody had to act on the one that waits longest; empty when all is done
     */
    record CustomerLine(
            String acronym,
            String customer,
            String address,
            boolean begun,
            List<Part> bar,
            String validated,
            long givenUp,
            List<Waiting> waiting,
            String since) {}

    record Waiting(String side, String words, long domains) {}

    /** A piece of a bar, in hundredths of its length. */
    record Part(String kind, BigDecimal start, BigDecimal width) {}
}

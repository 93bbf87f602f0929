package be.belnet.orderdesk.desk;

import java.util.List;
import java.util.Map;

/**
 * What Cockpit's first page shows, in the reader's words.
 *
 * @param countedAt when what is counted was counted; null before the first time
 * @param words texts of the page, by key
 * @param search whether the reader may search orders and open their files
 * @param retry whether the reader may have failed steps tried again
 * @param token what a change has to send along
 */
record FigureView(
        String countedAt,
        Map<String, String> words,
        boolean search,
        boolean retry,
        Token token,
        StuckView stuck,
        StandingView standing,
        List<DeliveryLine> deliveries,
        List<FailureLine> failures,
        List<CampaignLine> campaigns) {

    record Token(String header, String value) {}

    /** @param total orders that are stuck, as counted; what is listed may be newer */
    record StuckView(long total, List<StuckLine> lines, int page, boolean more) {}

    /**
     * @param file path of the order's file; null for whoever does not read orders
     * @param since the day
     * @param days opening days since then
     * @param turn belnet, customer or supplier
     */
    record StuckLine(
            String order,
            String file,
            String customer,
            String what,
            String step,
            String why,
            String since,
            int days,
            String turn,
            String turnWords) {}

    /** @param phases those that have a column */
    record StandingView(List<Named> phases, List<Named> turns, List<StandingLine> lines, StandingLine sum) {}

    record Named(String code, String words) {}

    /**
     * @param orders by phase
     * @param turns orders by side
     */
    record StandingLine(String what, Map<String, Long> orders, Map<String, Long> turns, long total, long stuck) {}

    /** @param share in percent, of those delivered within a week; null where no week is promised */
    record DeliveryLine(String service, String period, int deliveries, String median, String ninth, Long share) {}

    /**
     * @param task path of the task that decides; null while there is none
     * @param page path of the failure with all its steps; null for whoever does not see it
     */
    record FailureLine(
            String number,
            String partner,
            String words,
            long orders,
            long steps,
            String since,
            String task,
            String page) {}

    record CampaignLine(
            String order,
            String file,
            String from,
            String to,
            String stopDate,
            boolean paused,
            boolean over,
            int customers,
            int migrated,
            int underWay,
            int waiting,
            int abandoned,
            int passedOver) {}
}

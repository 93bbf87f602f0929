package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.OrderState;
import java.util.List;

/**
 * An order as its page shows it: every text in the reader's language, plain, to be escaped by the page.
 *
 * @param leaving what is said of leaving it: order, termination, change or, for all others, file
 * @param undone what would be taken back if the order were left now
 * @param lasting what could not be taken back then
 */
record OrderView(
        String number,
        String service,
        String kind,
        String state,
        String stateWords,
        String turn,
        String turnWords,
        String acronym,
        String customerName,
        String opened,
        String closed,
        String closingReason,
        String request,
        Requester requester,
        String ticketReference,
        String customerReference,
        String accountManager,
        List<Standing> standings,
        List<Side> sides,
        List<Entry> timeline,
        List<Pair> determined,
        List<Compared> comparison,
        List<ReferenceLine> references,
        List<DocumentLine> documents,
        List<MailLine> mails,
        String leaving,
        List<String> undone,
        List<String> lasting) {

    public boolean isOpen() {
        return closed.isEmpty();
    }

    /** Whether it ended without a service: what its references name was given back. */
    public boolean isLeft() {
        return List.of(OrderState.CANCELLED.code(), OrderState.WITHDRAWN.code()).contains(state);
    }

    record Requester(String name, String email, String phone, String language) {}

    /**
     * Where the order stands now.
     *
     * @param count how often it stands there: once for each domain, say
     * @param who assignee or groups; null for a step without a person
     * @param due null when there is none
     * @param task its id; null for a step without a person
     * @param link to the task; null for a step without a person
     * @param waiting null unless it waits for somebody outside
     * @param trouble why it failed; null unless it waits for a decision on that
     */
    record Standing(
            String turn,
            String what,
            int count,
            String since,
            int openingDays,
            String who,
            String due,
            boolean late,
            String task,
            String link,
            Waiting waiting,
            String trouble) {}

    /**
     * @param words for whom, and until when
     * @param reason as it was given
     */
    record Waiting(String words, String reason) {}

    /**
     * One side's clock.
     *
     * @param start share of all time before this side's in the bar, in percent
     * @param width share of this side, in percent
     */
    record Side(String turn, String words, String days, int start, int width) {}

    /** @param quote what somebody wrote; null when nobody did */
    record Entry(String at, String actor, String text, String quote) {}

    record Pair(String label, String value) {}

    /** Lines of both sides; a dash where there is nothing. */
    record Compared(String label, List<String> before, List<String> after, boolean changed) {}

    record ReferenceLine(String label, String partner, String value, boolean kept) {}

    record DocumentLine(long id, String kind, String fileName, String size, String sha256, String added) {}

    /** @param sent null while it waits */
    record MailLine(
            long id,
            String subject,
            String to,
            String email,
            String role,
            String written,
            String sent,
            boolean bounced,
            String text,
            List<String> attachments) {}
}

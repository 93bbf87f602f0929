package be.belnet.orderdesk.desk;

import java.util.List;

/** What the page of the partners shows, in the reader's words. */
record PartnersView(List<PartnerLine> partners, List<FailureLine> failures) {

    /** @param pause null while it is not paused */
    record PartnerLine(String name, PauseLine pause) {}

    record PauseLine(String until, String reason, String by) {}

    /**
     * Steps that failed of one cause.
     *
     * @param link to the task that decides on them; null while it is being decided
     */
    record FailureLine(String number, String words, String link, List<StepLine> steps) {}

    /** @param known what is known of the effect at the partner */
    /** @param hasPage whether the order has a page; a reconciliation has none of its own */
    record StepLine(String order, boolean hasPage, String customer, String what, String known, String since) {}
}

package be.belnet.orderdesk.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An order as the API shows it.
 *
 * @param state open, completed, rejected, withdrawn or cancelled; an order being undone is still open
 * @param turn belnet, customer, supplier or none
 * @param customer acronym; null until it is known
 */
record OrderResource(
        String number,
        String service,
        String kind,
        String state,
        String turn,
        String customer,
        String customerName,
        Instant openedAt,
        Instant closedAt,
        String closingReason,
        List<TaskResource> openTasks,
        ClocksResource clocks,
        List<ReferenceResource> partnerReferences,
        List<DocumentResource> documents) {

    /**
     * @param waiting null unless the task waits for somebody outside
     * @param link to the task in Tasklist
     */
    record TaskResource(
            String id,
            String definitionKey,
            String name,
            String assignee,
            List<String> candidateGroups,
            Instant created,
            Instant due,
            WaitingResource waiting,
            String link) {}

    /**
     * @param turn customer or supplier
     * @param until day on which the task comes back
     */
    record WaitingResource(String turn, LocalDate until, String reason) {}

    /** Opening days spent on each side, with one decimal. */
    record ClocksResource(BigDecimal belnet, BigDecimal customer, BigDecimal supplier) {}

    record ReferenceResource(String kind, String partner, String reference) {}

    record DocumentResource(
            long id, String kind, String fileName, String contentType, long size, String sha256, Instant addedAt) {}

    record EventResource(Instant at, String actor, String kind, Map<String, String> facts, String text) {}

    record SummaryResource(
            String number,
            String service,
            String kind,
            String state,
            String turn,
            String customer,
            Instant openedAt,
            Instant closedAt) {}

    /** @param page from 0 */
    record PageResource(List<SummaryResource> orders, int page, int pages, long total) {}
}

package be.belnet.orderdesk.order;

import java.time.Instant;
import java.util.Set;

/**
 * An order as its file has it.
 *
 * @param number such as BAMS-2026-00042; also the business key of its process
 * @param service BAMS or DCS
 * @param kind order, change, migration, validation, campaign, licenceExtension, termination or support
 * @param acronym the customer; null until it is known
 * @param accountManager user id; null until one is named
 * @param closedAt null while the order is open
 * @param closingReason in the words of who closed it; null while open and where none is due
 */
public record Order(
        String number,
        String service,
        String kind,
        OrderState state,
        Turn turn,
        String acronym,
        String request,
        Requester requester,
        String ticketReference,
        String customerReference,
        String accountManager,
        Instant openedAt,
        Instant closedAt,
        String closingReason) {
    private static final Set<String> INTERNAL = Set.of("campaign", "licenceExtension");

    /** Belnet's own: nobody outside asked for it, and nobody outside hears of it. */
    public boolean isInternal() {
        return INTERNAL.contains(kind);
    }
}

package be.belnet.orderdesk.order;

/**
 * A request about to become an order.
 *
 * @param service BAMS or DCS
 * @param kind order, change, migration, validation, campaign, licenceExtension, termination or support
 * @param acronym as the customer wrote it; null when it gave none
 * @param request what the customer asked, in its words
 * @param ticketReference the Service Desk's ticket; may be null
 * @param customerReference the customer's purchase order; may be null
 * @param token given once: a second order with the same token is the first one; may be null
 */
public record NewOrder(
        String service,
        String kind,
        String acronym,
        String request,
        Requester requester,
        String ticketReference,
        String customerReference,
        String token) {}

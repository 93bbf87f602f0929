package be.belnet.orderdesk.change;

import be.belnet.orderdesk.order.Requester;

/**
 * A change as it is asked for.
 *
 * @param service BAMS or DCS
 * @param acronym as it was given
 * @param contract number of the contract that is meant; null where the customer has one only
 * @param request in the words of who asks
 */
public record NewChange(
        String service, String acronym, String contract, String request, String ticketReference, Requester requester) {}

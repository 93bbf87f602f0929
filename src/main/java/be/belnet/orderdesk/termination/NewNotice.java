package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.order.Requester;
import java.time.LocalDate;

/**
 * A notice as it came in.
 *
 * @param service BAMS or DCS
 * @param acronym as it was given; null when it was not
 * @param postedOn null when it is not known
 * @param receivedOn null when it is not known; one of both is
 * @param barcode of the registered letter; null without one
 * @param wish first day without the service as wished for, or the last 31 December with it; null for as soon as can be
 * @param exceptionAsked another day than the rule has is asked for
 * @param reason in the words of who gives it; may be null
 * @param requester to whom is written about it
 * @param registeredBy user id; null when nobody of Belnet did
 */
public record NewNotice(
        String service,
        String acronym,
        GivenBy givenBy,
        Channel channel,
        LocalDate postedOn,
        LocalDate receivedOn,
        String barcode,
        LocalDate wish,
        boolean exceptionAsked,
        String reason,
        String ticketReference,
        Requester requester,
        String registeredBy) {

    public NewNotice {
        if (postedOn == null && receivedOn == null) {
            throw new IllegalArgumentException("A notice has a date");
        }
    }
}

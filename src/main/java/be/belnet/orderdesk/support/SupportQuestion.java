package be.belnet.orderdesk.support;

import be.belnet.orderdesk.order.Requester;
import java.util.regex.Pattern;

/**
 * A question about a service, as it came.
 *
 * @param service BAMS or DCS
 * @param acronym as the customer gave it, be it a former one; null when it gave none
 * @param question in the customer's words, 4000 characters at most
 * @param ticketReference the Service Desk's ticket; may be null
 * @param certificateOrder number of the certificate's order at its authority, one word of at most 40 characters; null when
 *     none is known
 */
public record SupportQuestion(
        String service,
        SupportTopic topic,
        String acronym,
        String question,
        Requester requester,
        String ticketReference,
        String certificateOrder) {
    private static final int LONGEST = 4000;
    private static final Pattern CERTIFICATE_ORDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,39}");

    public SupportQuestion {
        if (question == null || question.isBlank() || question.length() > LONGEST) {
            throw new IllegalArgumentException("A question has between 1 and " + LONGEST + " characters");
        }
        if (certificateOrder != null
                && !CERTIFICATE_ORDER.matcher(certificateOrder).matches()) {
            throw new IllegalArgumentException("No order number of a certificate");
        }
    }
}

package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.order.Requester;
import java.time.Instant;

/**
 * What a mail asks for, and of whom.
 *
 * @param service BAMS or DCS
 * @param acronym as it was found or typed; null where nothing tells
 * @param contract its number as a person typed it; null where nobody did
 * @param topic technical, contract, invoice or other
 * @param text in the words of the customer, between 1 and 4000 characters
 * @param receivedAt when it came to the mail box, which matters to periods of notice
 * @param token the same whenever the same mail is handed over
 * @param userId of who took it for what it is; null where the tables did
 */
public record MailRequest(
        String service,
        String acronym,
        String contract,
        Requester requester,
        String topic,
        String text,
        Instant receivedAt,
        String token,
        String userId) {}

package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.order.Requester;
import java.time.Instant;

/**
 * What a mail asks for, and of whom.
 *
 * @param service BAMS or DCS
 * @param acronym as it was found or typed; null where nothing tells
 * @param text in the words of the customer, at most 4000 characters
 * @param receivedAt when it came to the mail box, which matters to periods of notice
 * @param token the same whenever the same mail is handed over
 */
public record MailRequest(
        String service, String acronym, Requester requester, String text, Instant receivedAt, String token) {}

package be.belnet.orderdesk.correspondence;

import java.time.Instant;
import java.util.List;

/**
 * A mail of the outbox that this node has claimed.
 *
 * @param attempts this one included
 * @param inReplyTo null for the first mail of an order
 * @param thread Message-IDs of earlier mails, separated by blanks; null for the first mail of an order
 */
record WaitingMail(
        long id,
        String orderNumber,
        String template,
        Recipient to,
        Rendered content,
        String messageId,
        String inReplyTo,
        String thread,
        Instant writtenAt,
        int attempts,
        List<Attachment> attachments) {
    WaitingMail withId(long given) {
        return new WaitingMail(
                given,
                orderNumber,
                template,
                to,
                content,
                messageId,
                inReplyTo,
                thread,
                writtenAt,
                attempts,
                attachments);
    }
}

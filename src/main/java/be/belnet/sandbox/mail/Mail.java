package be.belnet.sandbox.mail;

import java.time.Instant;
import java.util.List;

/**
 * One mail in one mailbox, as a mail program shows it. A mail to three people is three of these.
 *
 * @param to the mailbox it lies in, lower case; not what stands in the mail's own head
 * @param messageId with its angle brackets; may be null, like {@code inReplyTo}
 * @param text the plain part; may be null, like {@code html}
 */
public record Mail(
        long id,
        String from,
        String to,
        String subject,
        String messageId,
        String inReplyTo,
        String text,
        String html,
        List<Attachment> attachments,
        Instant receivedAt) {}

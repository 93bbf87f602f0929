package be.belnet.orderdesk.correspondence;

import java.time.Instant;
import java.util.List;

/**
 * A mail as it was written, sent or still on its way.
 *
 * @param messageId in angle brackets; the same at each attempt
 * @param attempts how often it was handed to the mail server
 * @param sentAt when the mail server took it; null while it waits
 * @param bounced a mail server has sent it back
 * @param attachments file names
 */
public record SentMail(
        long id,
        String orderNumber,
        String template,
        Recipient to,
        String subject,
        String text,
        String html,
        String messageId,
        int attempts,
        Instant writtenAt,
        Instant sentAt,
        boolean bounced,
        List<String> attachments) {}

package be.belnet.orderdesk.intake;

import java.io.InputStream;
import java.util.List;

/**
 * A mail as it was read, broken or not.
 *
 * @param key the same whenever and wherever the mail is read
 * @param messageId in angle brackets; null when it has none
 * @param sender address in lower case; null when the mail names none
 * @param senderName on one line; the address where it has none
 * @param subject on one line; empty when there is none
 * @param thread Message-IDs that it refers to, in angle brackets, the nearest first; of a bounce the mail that came back
 * @param text what the sender wrote and what it quotes
 * @param forwarded it passes on what somebody else wrote
 * @param cut only its beginning was read
 */
record ReadMail(
        String key,
        String messageId,
        Origin origin,
        String sender,
        String senderName,
        String subject,
        List<String> thread,
        String text,
        boolean forwarded,
        boolean cut,
        List<Attached> attachments) {

    /** The sender's own words; for a mail that is passed on all of them. */
    String ownText() {
        return forwarded ? text : Quotes.without(text);
    }

    boolean isReply() {
        return !thread.isEmpty() && !forwarded;
    }

    /**
     * A file that came with it.
     *
     * @param name on one line, without a path; never empty
     */
    record Attached(String name, Source content) {}

    /** Opens a file's bytes; may fail or end early where the mail is broken. */
    interface Source {
        InputStream open() throws Exception;
    }
}

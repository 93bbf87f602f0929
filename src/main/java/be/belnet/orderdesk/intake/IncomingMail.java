package be.belnet.orderdesk.intake;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A mail that was taken from the box.
 *
 * @param messageId in angle brackets; null when it has none
 * @param language nl, fr, en or de
 * @param thread Message-IDs that it refers to, the nearest first
 * @param text with what it quotes
 * @param cut only its beginning was read
 * @param left names of files that were not kept, each with the reason; may be empty
 * @param order number; null until it belongs to one
 * @param triage number of the task that asks a person about it; null without one
 * @param why a person is asked, as a text is called; null where none is
 */
record IncomingMail(
        long id,
        String key,
        String messageId,
        State state,
        Recognition recognition,
        String sender,
        String senderName,
        String language,
        String subject,
        List<String> thread,
        String text,
        boolean forwarded,
        boolean cut,
        String left,
        Instant receivedAt,
        String order,
        String triage,
        String why,
        int attempts) {

    /** How far a mail has come. */
    enum State {
        /** Not ours to read; only known so that it is not looked at again. */
        PASSED,
        /** One too many of its sender. */
        HELD,
        WAITING,
        TRIAGE,
        SORTED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    String ownText() {
        return forwarded ? text : Quotes.without(text);
    }

    boolean isReply() {
        return !thread.isEmpty() && !forwarded;
    }

    MailKind kind() {
        return recognition.kind();
    }
}

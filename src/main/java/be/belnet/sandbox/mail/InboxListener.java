package be.belnet.sandbox.mail;

import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.util.Objects;

/** Writes down what a reader does to a mailbox over IMAP: read, unread, deleted. */
class InboxListener implements FolderListener {

    private final String mailbox;
    private final MailFolder inbox;
    private final Deliveries deliveries;

    InboxListener(String mailbox, MailFolder inbox, Deliveries deliveries) {
        this.mailbox = mailbox;
        this.inbox = inbox;
        this.deliveries = deliveries;
    }

    @Override
    public void flagsUpdated(int number, Flags flags, Long uid) {
        var messages = inbox.getMessages();
        if (number <= messages.size()) {
            deliveries.markSeen(mailbox, messageId(messages.get(number - 1)), flags.contains(Flags.Flag.SEEN));
        }
    }

    @Override
    public void expunged(int number) {
        deliveries.keepInInbox(
                mailbox,
                inbox.getMessages().stream()
                        .map(InboxListener::messageId)
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Override
    public void added(int number) {
        // kept before it was put here
    }

    @Override
    public void mailboxDeleted() {
        // the page shows deleted mailboxes too
    }

    private static String messageId(StoredMessage message) {
        try {
            return message.getMimeMessage().getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException("mail cannot be read", e);
        }
    }
}

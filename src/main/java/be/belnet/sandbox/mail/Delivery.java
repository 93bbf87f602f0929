package be.belnet.sandbox.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;

/** A mail as it was received, byte for byte. */
record Delivery(long id, String mailbox, Instant receivedAt, byte[] raw, boolean seen) {

    MimeMessage message() throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(raw));
    }
}

package be.belnet.orderdesk.intake;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A mail as a customer's mail program writes it.
 *
 * @param headers besides the usual ones
 * @param files by name; those that end in .pdf are sent as PDF
 */
public record Letter(
        String messageId,
        String from,
        String name,
        String subject,
        String text,
        Map<String, String> headers,
        Map<String, byte[]> files) {

    public static Letter of(String from, String subject, String text) {
        return new Letter(
                "<%s@customer.example>".formatted(UUID.randomUUID()),
                from,
                "Verantwoordelijke ICT – été",
                subject,
                text,
                Map.of(),
                Map.of());
    }

    public Letter with(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new Letter(messageId, from, name, subject, text, all, files);
    }

    public Letter answering(String message) {
        return with("In-Reply-To", message).with("References", message);
    }

    public Letter file(String file, byte[] content) {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.put(file, content);
        return new Letter(messageId, from, name, subject, text, headers, all);
    }

    /** The same words once more, as another mail. */
    public Letter again() {
        return new Letter(
                "<%s@customer.example>".formatted(UUID.randomUUID()), from, name, subject, text, headers, files);
    }

    MimeMessage mime(Session session, String to) throws MessagingException, UnsupportedEncodingException {
        var message = new Kept(session, messageId);
        message.setFrom(new InternetAddress(from, name, "UTF-8"));
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(subject, "UTF-8");
        if (files.isEmpty()) {
            message.setText(text, "UTF-8");
        } else {
            message.setContent(parts());
        }
        for (var header : headers.entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.saveChanges();
        return message;
    }

    private MimeMultipart parts() throws MessagingException, UnsupportedEncodingException {
        var words = new MimeBodyPart();
        words.setText(text, "UTF-8");
        var html = new MimeBodyPart();
        html.setText("<p>" + text.replace("\n", "<br>") + "</p>", "UTF-8", "html");
        var both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", words, html));
        var all = new MimeMultipart("mixed", both);
        for (var file : files.entrySet()) {
            var part = new MimeBodyPart();
            String type = file.getKey().endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.getValue(), type)));
            part.setDisposition(Part.ATTACHMENT);
            part.setFileName(MimeUtility.encodeText(file.getKey(), "UTF-8", null));
            all.addBodyPart(part);
        }
        return all;
    }

    /** Keeps its Message-ID when it is saved. */
    private static class Kept extends MimeMessage {
        private final String id;

        Kept(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

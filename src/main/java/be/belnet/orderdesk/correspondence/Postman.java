package be.belnet.orderdesk.correspondence;

import be.belnet.orderdesk.belnet.Belnet;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server. */
@Component
class Postman {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final JavaMailSender server;
    private final Belnet belnet;
    private final CorrespondenceProperties properties;

    Postman(JavaMailSender server, Belnet belnet, CorrespondenceProperties properties) {
        this.server = server;
        this.belnet = belnet;
        this.properties = properties;
    }

    /** @throws MailException when the mail server did not take the mail, or may not have */
    void deliver(WaitingMail mail) {
        try {
            server.send(message(mail));
        } catch (MessagingException | UnsupportedEncodingException malformed) {
            throw new MailPreparationException("Mail " + mail.id(), malformed);
        }
    }

    private MimeMessage message(WaitingMail mail) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = server.createMimeMessage();
        message.setFrom(new InternetAddress(belnet.mail(), properties.senderName(), UTF_8));
        message.setRecipient(
                Message.RecipientType.TO,
                new InternetAddress(
                        ascii(mail.to().email()), PlainText.line(mail.to().name()), UTF_8));
        message.setSubject(mail.content().subject(), UTF_8);
        message.setSentDate(Date.from(mail.writtenAt()));
        message.setHeader("Message-ID", mail.messageId());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.to().language());
        if (mail.inReplyTo() != null) {
            message.setHeader("In-Reply-To", mail.inReplyTo());
            message.setHeader("References", mail.thread().replace(" ", "\r\n "));
        }
        message.setContent(mail.attachments().isEmpty() ? words(mail) : withAttachments(mail));
        return message;
    }

    /** A domain of other letters in the form that every mail server understands. */
    private static String ascii(String email) {
        int domain = email.lastIndexOf('@') + 1;
        return email.substring(0, domain) + IDN.toASCII(email.substring(domain));
    }

    private static MimeMultipart withAttachments(WaitingMail mail) throws MessagingException {
        var words = new MimeBodyPart();
        words.setContent(words(mail));
        var mixed = new MimeMultipart("mixed", words);
        for (Attachment attachment : mail.attachments()) {
            mixed.addBodyPart(file(attachment));
        }
        return mixed;
    }

    /** An invitation is a third way to read the mail, so that calendars offer to accept it. */
    private static MimeMultipart words(WaitingMail mail) throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(mail.content().text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(mail.content().html(), UTF_8, "html");
        var words = new MimeMultipart("alternative", plain, html);
        for (Attachment attachment : mail.attachments()) {
            if (attachment.method() != null) {
                words.addBodyPart(invitation(attachment));
            }
        }
        return words;
    }

    private static MimeBodyPart invitation(Attachment attachment) throws MessagingException {
        String type = "text/calendar; charset=UTF-8; method=" + attachment.method();
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static MimeBodyPart file(Attachment attachment) throws MessagingException {
        String type = attachment.method() == null ? attachment.contentType() : "application/ics";
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), type)));
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(encoded(attachment.fileName()));
        return part;
    }

    private static String encoded(String fileName) throws MessagingException {
        try {
            return MimeUtility.encodeText(fileName, UTF_8, null);
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("UTF-8", impossible);
        }
    }
}

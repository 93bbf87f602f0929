package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.mail.MailServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Asks by mail whether the authority may issue for a domain. */
class ValidationMails {

    private static final String TEXT = """
            Somebody asks for certificates for %s. If you agree, confirm it under number %s.

            In the sandbox: POST /api/sectigo/confirmations with {"reference": "%s"}
            """;

    private final MailServer server;

    ValidationMails(MailServer server) {
        this.server = server;
    }

    void send(DomainEntry entry) {
        try {
            Transport.send(mail(entry));
        } catch (MessagingException failed) {
            throw SectigoError.refused(-196, "DCV e-mail could not be sent");
        }
    }

    private MimeMessage mail(DomainEntry entry) throws MessagingException {
        var mail = new MimeMessage(Session.getInstance(connection()));
        mail.setFrom("validation@sectigo.example");
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(entry.email()));
        mail.setSubject("Domain control validation for " + entry.name());
        mail.setText(TEXT.formatted(entry.name(), entry.emailReference(), entry.emailReference()));
        return mail;
    }

    private Properties connection() {
        var connection = new Properties();
        connection.put("mail.smtp.host", "127.0.0.1");
        connection.put("mail.smtp.port", String.valueOf(server.smtpPort()));
        connection.put("mail.smtp.connectiontimeout", "5000");
        connection.put("mail.smtp.timeout", "5000");
        return connection;
    }
}

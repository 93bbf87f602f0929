package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.mail.MailServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** What Certificate Manager writes to people. */
class Mails {

    private static final String QUESTION = """
            Somebody asks for certificates for %s. If you agree, confirm it under number %s.

            In the sandbox: POST /api/sectigo/confirmations with {"reference": "%s"}
            """;

    private static final String WELCOME = """
            An account of Certificate Manager was made for you. Your login is %s; choose a password at the first visit.
            """;

    private final MailServer server;

    Mails(MailServer server) {
        this.server = server;
    }

    /** Asks whether the authority may issue for a domain. */
    void ask(DomainEntry entry) {
        send(
                entry.email(),
                "Domain control validation for " + entry.domain(),
                QUESTION.formatted(entry.domain(), entry.emailReference(), entry.emailReference()));
    }

    void welcome(Administrator one) {
        send(one.email(), "Your account of Certificate Manager", WELCOME.formatted(one.login()));
    }

    private void send(String to, String subject, String text) {
        try {
            var mail = new MimeMessage(Session.getInstance(connection()));
            mail.setFrom("no-reply@sectigo.example");
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            mail.setSubject(subject, "UTF-8");
            mail.setText(text, "UTF-8");
            Transport.send(mail);
        } catch (MessagingException failed) {
            throw SectigoError.refused(-196, "E-mail could not be sent");
        }
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

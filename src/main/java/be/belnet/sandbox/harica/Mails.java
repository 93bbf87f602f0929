package be.belnet.sandbox.harica;

import be.belnet.sandbox.mail.MailServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** What CertManager writes to people. */
class Mails {

    private static final String TOKEN = """
            To show that %s is yours, publish this as a TXT record at %s:

            %s
            """;

    private final MailServer server;

    Mails(MailServer server) {
        this.server = server;
    }

    void tell(String to, String domain, String token) {
        try {
            var mail = new MimeMessage(Session.getInstance(connection()));
            mail.setFrom("no-reply@harica.example");
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            mail.setSubject("Validation of " + domain, "UTF-8");
            mail.setText(TOKEN.formatted(domain, domain, token), "UTF-8");
            Transport.send(mail);
        } catch (MessagingException failed) {
            throw HaricaError.refused("The mail could not be sent");
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

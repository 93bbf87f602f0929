package be.belnet.sandbox.mail;

import be.belnet.sandbox.SandboxRunner;
import java.util.Properties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends mails to a sandbox as Orderdesk would. */
public final class Sender {

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    public Sender(SandboxRunner sandbox) {
        sender.setHost("127.0.0.1");
        sender.setPort(sandbox.context().getEnvironment().getRequiredProperty("local.smtp.port", Integer.class));
        sender.setDefaultEncoding("UTF-8");
        var properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "false");
        sender.setJavaMailProperties(properties);
    }

    public void text(String to, String subject, String text) throws Exception {
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message);
        helper.setFrom("servicedesk@belnet.be", "Service Desk");
        helper.setTo(to.split(","));
        helper.setSubject(subject);
        helper.setText(text);
        sender.send(message);
    }

    /** Text and HTML with a picture, a PDF and an invitation. */
    public void full(String to, String subject, String text, String html) throws Exception {
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("servicedesk@belnet.be", "Service Desk");
        helper.setTo(to);
        helper.setSubject(subject);
        helper.setText(text, html);
        helper.addInline("logo", new ByteArrayResource(new byte[] {(byte) 0x89, 'P', 'N', 'G'}), "image/png");
        helper.addAttachment(
                "Contract BAMS – kopie 1.pdf", new ByteArrayResource("%PDF-1.7".getBytes()), "application/pdf");
        helper.addAttachment("invite.ics", new ByteArrayResource("BEGIN:VCALENDAR".getBytes()), "text/calendar");
        message.setHeader("In-Reply-To", "<request-1@kbr.example>");
        sender.send(message);
    }
}

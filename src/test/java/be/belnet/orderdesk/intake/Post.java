package be.belnet.orderdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails the service's box as anybody can, over SMTP, and sees what becomes of the mails. */
@TestComponent
public class Post {
    private final IntakeRounds rounds;
    private final IncomingMails mails;
    private final OrderFile orders;
    private final Desk desk;
    private final JdbcClient jdbc;
    private final IntakeProperties properties;
    private final int smtp;

    Post(
            IntakeRounds rounds,
            IncomingMails mails,
            OrderFile orders,
            Desk desk,
            JdbcClient jdbc,
            IntakeProperties properties,
            @Value("${spring.mail.port}") int smtp) {
        this.rounds = rounds;
        this.mails = mails;
        this.orders = orders;
        this.desk = desk;
        this.jdbc = jdbc;
        this.properties = properties;
        this.smtp = smtp;
    }

    /** Sends a mail; it lies in the box afterwards. */
    public Letter send(Letter letter) {
        try {
            var message = letter.mime(session(), properties.user());
            Transport.send(message, message.getAllRecipients());
            return letter;
        } catch (MessagingException | UnsupportedEncodingException refused) {
            throw new AssertionError(refused);
        }
    }

    /** Sends many, as fast as one program can. */
    void sendAll(List<Letter> letters) {
        try (Transport transport = session().getTransport("smtp")) {
            transport.connect();
            for (Letter letter : letters) {
                var message = letter.mime(session(), properties.user());
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException | UnsupportedEncodingException refused) {
            throw new AssertionError(refused);
        }
    }

    /** Takes all mails out of the box, so that no later test reads them once more. */
    void empty() {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(properties.host(), properties.port(), properties.user(), properties.password());
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            inbox.setFlags(inbox.getMessages(), new Flags(Flags.Flag.DELETED), true);
            inbox.close(true);
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Sends bytes that no mail program would. */
    public void send(String raw) {
        try {
            Session session = session();
            session.getProperties().setProperty("mail.smtp.from", "sender@mail.example");
            var message = new MimeMessage(
                    session, new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
            Transport transport = session.getTransport("smtp");
            transport.connect();
            transport.sendMessage(message, InternetAddress.parse(properties.user()));
            transport.close();
        } catch (MessagingException refused) {
            throw new AssertionError(refused);
        }
    }

    /** Sends a mail and has it read and sorted. */
    public void take(Letter letter) {
        send(letter);
        rounds.look();
    }

    /** The order that a mail belongs to; what became due for it has run. */
    public Order order(Letter letter) {
        return order(letter.messageId());
    }

    /** The same for a mail of this Message-ID. */
    Order order(String messageId) {
        IncomingMail mail = row(messageId);
        assertThat(mail.order()).as("%s, %s", mail.state(), mail.why()).isNotNull();
        desk.runJobs(mail.order());
        return orders.get(mail.order());
    }

    /** Number of the task that asks a person about a mail. */
    public String triage(Letter letter) {
        send(letter);
        rounds.look();
        String number = row(letter).triage();
        assertThat(number).isNotNull();
        return number;
    }

    public IncomingMail row(Letter letter) {
        return row(letter.messageId());
    }

    private IncomingMail row(String messageId) {
        return jdbc.sql("select id from incoming_mail where message_key = ?")
                .param(MailHead.keyOf(messageId))
                .query(Long.class)
                .optional()
                .flatMap(mails::find)
                .orElseThrow();
    }

    String state(Letter letter) {
        return jdbc.sql("select state from incoming_mail where message_key = ?")
                .param(MailHead.keyOf(letter.messageId()))
                .query(String.class)
                .optional()
                .orElse("unread");
    }

    /** Whether who reads the box finds the mail marked as read. */
    boolean isSeen(Letter letter) {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(properties.host(), properties.port(), properties.user(), properties.password());
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            return Arrays.stream(inbox.getMessages())
                    .filter(message -> isIt(message, letter))
                    .findFirst()
                    .orElseThrow()
                    .isSet(Flags.Flag.SEEN);
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Orders of one customer, closed ones too. */
    List<String> ordersOf(String acronym) {
        return jdbc.sql("select number from service_order where acronym = ? order by number")
                .param(acronym)
                .query(String.class)
                .list();
    }

    /** As a mail server that was set up anew has it: all mails are new. */
    void forgetPosition() {
        jdbc.sql("delete from intake_box").update();
    }

    private static boolean isIt(Message message, Letter letter) {
        try {
            return letter.messageId().equals(message.getHeader("Message-ID")[0]);
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Session session() {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(smtp));
        return Session.getInstance(settings);
    }
}

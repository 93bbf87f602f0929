package be.belnet.sandbox.mail;

import be.belnet.sandbox.world.WorldPart;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * SMTP and IMAP on 127.0.0.1. Every recipient is accepted; the first mail opens the mailbox, whose password is its
 * address. A mail is kept before SMTP acknowledges it, and what is read or deleted over IMAP stays so after a restart.
 */
public class MailServer implements SmartLifecycle, WorldPart {

    private static final String LOOPBACK = "127.0.0.1";

    private final Deliveries deliveries;
    private final MailSettings settings;
    private final ConfigurableEnvironment environment;
    private PromptMail server;

    MailServer(Deliveries deliveries, MailSettings settings, ConfigurableEnvironment environment) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.environment = environment;
    }

    public int smtpPort() {
        return server.port(ServerSetup.PROTOCOL_SMTP);
    }

    public int imapPort() {
        return server.port(ServerSetup.PROTOCOL_IMAP);
    }

    @Override
    public synchronized void start() {
        server = new PromptMail(
                new ServerSetup(settings.smtpPort(), LOOPBACK, ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(settings.imapPort(), LOOPBACK, ServerSetup.PROTOCOL_IMAP));
        server.getUserManager().setMessageDeliveryHandler(this::receive);
        settings.mailboxes().forEach(this::open);
        deliveries.inInboxes().forEach(this::putBack);
        server.start();
        publishPorts();
    }

    @Override
    public synchronized void stop() {
        server.stop();
        server = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    @Override
    public synchronized void startAgain() {
        deliveries.forgetAll();
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException("mailboxes cannot be emptied", e);
        }
    }

    /** As the web server does with {@code local.server.port}, for those who know the context but not this class. */
    private void publishPorts() {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "mail ports", Map.of("local.smtp.port", smtpPort(), "local.imap.port", imapPort())));
    }

    private GreenMailUser receive(MovingMessage moving, MailAddress recipient) throws MessagingException {
        var address = recipient.getEmail().toLowerCase(Locale.ROOT);
        var message = moving.getMessage();
        deliveries.keep(address, message.getMessageID(), message.getSubject(), raw(message));
        return mailbox(address);
    }

    private static byte[] raw(MimeMessage message) throws MessagingException {
        var bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private synchronized GreenMailUser mailbox(String address) {
        var user = server.getUserManager().getUserByEmail(address);
        return user == null ? open(address, address) : user;
    }

    private GreenMailUser open(String address, String password) {
        try {
            var user = server.getUserManager().createUser(address, address, password);
            var inbox = inbox(user);
            inbox.addListener(new InboxListener(address, inbox, deliveries));
            return user;
        } catch (UserException e) {
            throw new IllegalStateException("mailbox cannot be opened", e);
        }
    }

    private void putBack(Delivery delivery) {
        try {
            var flags = delivery.seen() ? new Flags(Flags.Flag.SEEN) : new Flags();
            inbox(mailbox(delivery.mailbox()))
                    .appendMessage(delivery.message(), flags, Date.from(delivery.receivedAt()));
        } catch (MessagingException e) {
            throw new IllegalStateException("mail " + delivery.id() + " cannot be put back", e);
        }
    }

    private MailFolder inbox(GreenMailUser user) {
        try {
            return server.getManagers().getImapHostManager().getInbox(user);
        } catch (FolderException e) {
            throw new IllegalStateException("mailbox has no inbox", e);
        }
    }
}

package be.belnet.orderdesk.intake;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The service's mail box over IMAP. Reading leaves no trace in it. A mail passes through a file, so that a large one takes
 * no memory, and of one that is too large only the beginning is fetched.
 */
@Component
class MailBox {
    private static final Logger LOG = LoggerFactory.getLogger(MailBox.class);
    private static final int BEGINNING = 64 * 1024;
    private static final int FETCHED_AT_ONCE = 256 * 1024;

    private final IntakeProperties properties;
    private final Clock clock;

    MailBox(IntakeProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** Looks at one mail. */
    interface Visitor {
        /** The mail was dealt with, and is not looked at again. */
        void visit(BoxMail mail);
    }

    /**
     * Shows the mails that nobody looked at, oldest first, as many as one round may; at the first reading those that are too old are passed.
     *
     * @return where to go on
     * @throws MessagingException when the mail server does not answer as it should; mails visited until then stay so
     */
    BoxPosition visit(BoxPosition from, Visitor visitor) throws MessagingException {
        try (Store store = session().getStore(protocol())) {
            store.connect(properties.host(), properties.port(), properties.user(), properties.password());
            Folder folder = store.getFolder(properties.folder());
            folder.open(Folder.READ_WRITE);
            return visit(folder, from.in(((UIDFolder) folder).getUIDValidity()), visitor);
        }
    }

    /** A mail that the server cannot give holds up no other: once a later one was read, it is left alone. */
    BoxPosition visit(Folder folder, BoxPosition from, Visitor visitor) throws MessagingException {
        Message[] found = found(folder, from);
        folder.fetch(found, only(UIDFolder.FetchProfileItem.UID));
        BoxPosition position = from;
        List<Long> unread = new ArrayList<>();
        for (Placed placed : placed((UIDFolder) folder, found, from)) {
            try {
                show(folder, placed, from, visitor);
                position = after(placed, position, unread);
            } catch (MessagingException unfit) {
                if (!folder.isOpen()) {
                    throw unfit;
                }
                unread.add(placed.place());
            }
        }
        return position;
    }

    private static BoxPosition after(Placed read, BoxPosition position, List<Long> unread) {
        if (!unread.isEmpty()) {
            LOG.warn("Mails {} in the box could not be fetched, and are left alone", unread);
            unread.clear();
        }
        return position.after(read.place());
    }

    private static FetchProfile only(FetchProfile.Item... items) {
        var profile = new FetchProfile();
        Stream.of(items).forEach(profile::add);
        return profile;
    }

    private void show(Folder folder, Placed placed, BoxPosition from, Visitor visitor) throws MessagingException {
        Message message = placed.message();
        folder.fetch(new Message[] {message}, only(FetchProfile.Item.SIZE, IMAPFolder.FetchProfileItem.INTERNALDATE));
        Date received = message.getReceivedDate();
        Instant receivedAt = received == null ? clock.instant() : received.toInstant();
        if (!from.isBeginning() || receivedAt.isAfter(oldest())) {
            boolean cut = message.getSize() > properties.largest().toBytes();
            read(
                    message,
                    cut,
                    mail -> visitor.visit(new BoxMail(placed.place(), receivedAt, mail, () -> mark(message))));
        }
    }

    /** What lay in the box long before the first reading is not even listed. */
    private Message[] found(Folder folder, BoxPosition from) throws MessagingException {
        return from.isBeginning()
                ? folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(oldest())))
                : ((UIDFolder) folder).getMessagesByUID(from.next(), UIDFolder.LASTUID);
    }

    /** The last mail is always among those found, even when it was looked at before. */
    private List<Placed> placed(UIDFolder folder, Message[] found, BoxPosition from) throws MessagingException {
        Stream.Builder<Placed> placed = Stream.builder();
        for (Message message : found) {
            placed.add(new Placed(folder.getUID(message), message));
        }
        return placed.build()
                .filter(one -> one.place() >= from.next())
                .sorted(Comparator.comparingLong(Placed::place))
                .limit(properties.perRound())
                .toList();
    }

    private record Placed(long place, Message message) {}

    private interface Use {
        void of(ReadMail mail);
    }

    private static void read(Message message, boolean cut, Use use) throws MessagingException {
        try {
            Path file = Files.createTempFile("incoming", ".eml");
            try {
                fetch(message, file, cut);
                parse(file, cut, use);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new MessagingException("A mail could not be fetched", failed);
        }
    }

    private static void fetch(Message message, Path file, boolean cut) throws IOException, MessagingException {
        try (var out = Files.newOutputStream(file)) {
            message.writeTo(cut ? new Beginning(out, BEGINNING) : out);
        } catch (Beginning.EnoughException enough) {
            LOG.debug("Only the beginning of a mail is read");
        }
    }

    private static void parse(Path file, boolean cut, Use use) throws IOException, MessagingException {
        try (var content = new SharedFileInputStream(file.toFile())) {
            use.of(MailReader.read(MailReader.parse(content), cut));
        }
    }

    /** So that whoever reads the box sees what Orderdesk has taken; it matters to nobody else. */
    private static void mark(Message message) {
        try {
            message.setFlag(Flags.Flag.SEEN, true);
        } catch (MessagingException refused) {
            LOG.debug("A mail could not be marked as read", refused);
        }
    }

    private Instant oldest() {
        return clock.instant().minus(properties.atMostOld());
    }

    private String protocol() {
        return properties.encryption() == IntakeProperties.Encryption.TLS ? "imaps" : "imap";
    }

    private Session session() {
        var settings = new Properties();
        for (String protocol : Arrays.asList("imap", "imaps")) {
            String prefix = "mail." + protocol + ".";
            settings.setProperty(prefix + "peek", "true");
            settings.setProperty(prefix + "fetchsize", Integer.toString(FETCHED_AT_ONCE));
            settings.setProperty(prefix + "connectiontimeout", "5000");
            settings.setProperty(prefix + "timeout", "30000");
            settings.setProperty(prefix + "writetimeout", "30000");
            settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        }
        if (properties.encryption() == IntakeProperties.Encryption.STARTTLS) {
            settings.setProperty("mail.imap.starttls.required", "true");
        }
        return Session.getInstance(settings);
    }
}

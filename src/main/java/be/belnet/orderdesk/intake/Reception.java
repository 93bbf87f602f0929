package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.intake.IncomingMail.State;
import be.belnet.orderdesk.intake.ReadMail.Attached;
import be.belnet.orderdesk.order.PdfCheck;
import be.belnet.orderdesk.order.PdfRefusedException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes mails that concern Orderdesk out of the stream of all, each once however many nodes look. */
@Component
class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_FILES = 10;
    private static final int LONGEST_LEFT = 4000;

    private final IncomingMails mails;
    private final MailRules rules;
    private final Senders senders;
    private final Joins joins;
    private final IntakeProperties properties;
    private final Belnet belnet;
    private final TransactionTemplate transaction;

    Reception(
            IncomingMails mails,
            MailRules rules,
            Senders senders,
            Joins joins,
            IntakeProperties properties,
            Belnet belnet,
            TransactionTemplate transaction) {
        this.mails = mails;
        this.rules = rules;
        this.senders = senders;
        this.joins = joins;
        this.properties = properties;
        this.belnet = belnet;
        this.transaction = transaction;
    }

    /** Keeps a mail that is ours; of any other only that it was looked at. */
    void receive(BoxMail found) {
        try {
            boolean taken = Boolean.TRUE.equals(transaction.execute(status -> take(found)));
            if (taken) {
                found.markTaken().run();
            }
        } catch (DuplicateKeyException anotherNode) {
            // it has the mail, which is all that was wanted
        } catch (DataAccessResourceFailureException
                | TransientDataAccessException
                | TransactionException databaseAway) {
            throw databaseAway;
        } catch (RuntimeException unfit) {
            LOG.warn("A mail could not be taken ({})", unfit.getClass().getSimpleName());
            tell(found);
        }
    }

    /** One mail that cannot be kept must not hold up all that follow: a person has to look into the box. */
    private void tell(BoxMail found) {
        if (found.mail().origin() == Origin.PERSON && found.mail().sender() != null) {
            Recognition unknown = new Recognition(Recognition.UNCLEAR, MailKind.UNCLEAR, false);
            transaction.executeWithoutResult(
                    status -> mails.add(row(bare(found.mail()), found.receivedAt(), unknown, "failed", "en")));
        }
    }

    private static ReadMail bare(ReadMail mail) {
        return new ReadMail(
                mail.key(),
                mail.messageId(),
                mail.origin(),
                mail.sender(),
                mail.sender(),
                "",
                List.of(),
                "",
                false,
                true,
                List.of());
    }

    private boolean take(BoxMail found) {
        ReadMail mail = found.mail();
        if (mails.has(mail.key())) {
            return false;
        }
        Recognition recognition = recognise(mail);
        if (!recognition.isOurs()) {
            mails.addBare(mail.key(), State.PASSED, null, found.receivedAt());
            return false;
        }
        long before = recognition.kind() == MailKind.BOUNCE ? 0 : mails.takenOf(mail.sender(), DAY);
        if (before > properties.perSender()) {
            mails.addBare(mail.key(), State.HELD, mail.sender(), found.receivedAt());
            return false;
        }
        keep(found, recognition, before == properties.perSender() ? "tooMany" : null);
        return true;
    }

    /** What belongs to an order is ours whatever it says. */
    private Recognition recognise(ReadMail mail) {
        if (mail.origin() == Origin.MAIL_SERVER) {
            return new Recognition(
                    joins.ours(mail.thread()).isPresent() ? Recognition.UNCLEAR : null, MailKind.BOUNCE, true);
        }
        if (mail.origin() == Origin.MACHINE || mail.sender() == null || isOwn(mail.sender())) {
            return new Recognition(null, MailKind.UNCLEAR, true);
        }
        Recognition recognition = rules.recognise(
                Words.plain(mail.subject(), mail.ownText()),
                senders.ofSender(mail.sender()).isPresent());
        return recognition.isOurs() || !belongs(mail)
                ? recognition
                : new Recognition(Recognition.UNCLEAR, MailKind.UNCLEAR, false);
    }

    private boolean isOwn(String sender) {
        return sender.equalsIgnoreCase(belnet.mail()) || sender.equalsIgnoreCase(properties.user());
    }

    private boolean belongs(ReadMail mail) {
        IncomingMail looked =
                row(mail, null, new Recognition(Recognition.UNCLEAR, MailKind.UNCLEAR, false), null, "en");
        return joins.find(looked).isPresent() || joins.triage(looked).isPresent();
    }

    private void keep(BoxMail found, Recognition recognition, String why) {
        ReadMail mail = found.mail();
        long id = mails.add(row(mail, found.receivedAt(), recognition, why, language(mail)));
        List<String> left = new ArrayList<>();
        int kept = 0;
        for (Attached file : mail.attachments()) {
            String refused = kept == MOST_FILES ? "tooMany" : keep(id, file);
            kept += refused == null ? 1 : 0;
            if (refused != null) {
                left.add(file.name() + " (" + refused + ")");
            }
        }
        if (!left.isEmpty()) {
            String all = String.join("; ", left);
            mails.noteLeft(id, all.length() <= LONGEST_LEFT ? all : all.substring(0, LONGEST_LEFT));
        }
    }

    /** Why a file is left in the mail box; null when it is kept. */
    private String keep(long id, Attached file) {
        try {
            byte[] content = read(file);
            PdfCheck.check(content);
            mails.addFile(id, file.name(), content);
            return null;
        } catch (PdfRefusedException refused) {
            return refused.reason().code();
        }
    }

    /** One byte more than may be kept tells that a file is too large. A file that breaks off is checked as it is. */
    private static byte[] read(Attached file) {
        try (InputStream content = file.content().open()) {
            return content.readNBytes(PdfCheck.LARGEST + 1);
        } catch (Exception broken) {
            return new byte[0];
        }
    }

    private String language(ReadMail mail) {
        String otherwise = senders.ofSender(mail.sender())
                .map(organisation -> organisation.language().toLowerCase(Locale.ROOT))
                .orElse("en");
        return Languages.of(Words.plain("", mail.ownText()), otherwise);
    }

    private static IncomingMail row(
            ReadMail mail, Instant receivedAt, Recognition recognition, String why, String language) {
        return new IncomingMail(
                0,
                mail.key(),
                mail.messageId(),
                State.WAITING,
                recognition,
                mail.sender(),
                mail.senderName(),
                language,
                mail.subject(),
                mail.thread(),
                mail.text(),
                mail.forwarded(),
                mail.cut(),
                null,
                receivedAt,
                null,
                null,
                why,
                0);
    }
}

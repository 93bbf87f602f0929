package be.belnet.orderdesk.correspondence;

import be.belnet.orderdesk.correspondence.Outbox.Claim;
import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.order.OrderFile;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes mails in the caller's transaction and keeps them; they leave after it has committed. */
@Service
@Transactional
public class Correspondence {
    private static final Set<String> ROLES = Set.of(
            "requester", "signatory", "technical", "invoices", "accountManager", "operations", "distributor", "staff");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+");
    private static final Pattern CONTENT_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");
    private static final int MESSAGES_REFERRED_TO = 10;
    /** A mail with a longer one is answered outside its thread. */
    private static final int LONGEST_MESSAGE_ID = 100;

    private final JdbcClient jdbc;
    private final OrderFile orders;
    private final MailWriter writer;
    private final OwnWords ownWords;
    private final Outbox outbox;
    private final Clock clock;

    Correspondence(
            JdbcClient jdbc, OrderFile orders, MailWriter writer, OwnWords ownWords, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.writer = writer;
        this.ownWords = ownWords;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Writes a mail and puts it in the outbox.
     *
     * @return its id
     * @throws UnfitForMailException when an address, name or subject could not stand in a mail's head
     * @throws IllegalArgumentException when no template has this name, or its model lacks a key
     */
    public long send(Mail mail) {
        return send(mail, UUID.randomUUID());
    }

    /**
     * As {@link #send(Mail)}, once for each token.
     *
     * @param token becomes part of the Message-ID
     * @throws org.springframework.dao.DuplicateKeyException when a mail was written with it before; roll back then
     */
    public long send(Mail mail, UUID token) {
        return send(mail, token, null);
    }

    /**
     * As {@link #send(Mail)}, as an answer to what somebody wrote.
     *
     * @param messageId of that mail, in angle brackets; null where it has none
     */
    public long answer(Mail mail, String messageId) {
        return send(mail, UUID.randomUUID(), messageId);
    }

    private long send(Mail mail, UUID token, String answered) {
        Rendered rendered = preview(mail);
        Optional<Claim> claim = outbox.claim();
        WaitingMail written = insert(mail, rendered, token, answered, claim);
        mail.attachments().forEach(attachment -> insert(written.id(), attachment));
        if (mail.orderNumber() != null) {
            orders.record(
                    mail.orderNumber(),
                    "mailSent",
                    Map.of("template", mail.template(), "role", mail.to().role()));
        }
        afterCommit(() -> claim.ifPresentOrElse(ours -> outbox.send(written), outbox::wake));
        return written.id();
    }

    /** The mail as it would be sent; nothing is kept. Refuses what {@link #send} refuses. */
    @Transactional(readOnly = true)
    public Rendered preview(Mail mail) {
        check(mail.to());
        mail.attachments().forEach(Correspondence::check);
        Rendered rendered =
                writer.write(ownWords.added(mail), mail.orderNumber() == null ? null : orders.get(mail.orderNumber()));
        refuseControls("subject", rendered.subject(), 400);
        return rendered;
    }

    /** Mails of an order, oldest first. */
    @Transactional(readOnly = true)
    public List<SentMail> of(String orderNumber) {
        return jdbc.sql("select * from correspondence where order_number = ? order by id")
                .param(orderNumber)
                .query(this::mail)
                .list();
    }

    /** Erases mails of this template that are about no single order, written before a moment. */
    public void forget(String template, Instant before) {
        jdbc.sql("delete from correspondence where order_number is null and template = ? and written_at < ?")
                .params(template, Timestamp.from(before))
                .update();
    }

    /** The first of these mails that we wrote about an order. */
    @Transactional(readOnly = true)
    public Optional<Written> written(List<String> messageIds) {
        return messageIds.stream()
                .flatMap(messageId -> jdbc
                        .sql(
                                "select id, order_number, template, recipient_role from correspondence where message_id = ? and order_number is not null")
                        .param(messageId)
                        .query((row, index) ->
                                new Written(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                        .optional()
                        .stream())
                .findFirst();
    }

    /** A mail server could not deliver a mail; the order's timeline tells it, once for each mail. */
    public void noteBounced(Written mail) {
        int first = jdbc.sql("update correspondence set bounced_at = ? where id = ? and bounced_at is null")
                .params(Moments.now(clock), mail.id())
                .update();
        if (first == 1) {
            orders.record(mail.orderNumber(), "mailBounced", Map.of("template", mail.template(), "role", mail.role()));
        }
    }

    /** Whether somebody was written a mail of this template since a moment, about whichever order. */
    @Transactional(readOnly = true)
    public boolean wroteTo(String email, String template, Instant since) {
        return jdbc.sql("select count(*) from correspondence where template = ? and written_at >= ?"
                                + " and lower(recipient_email) = lower(?)")
                        .params(template, Timestamp.from(since), email)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Transactional(readOnly = true)
    public Optional<SentMail> find(String orderNumber, long id) {
        return jdbc.sql("select * from correspondence where order_number = ? and id = ?")
                .params(orderNumber, id)
                .query(this::mail)
                .optional();
    }

    private WaitingMail insert(Mail mail, Rendered rendered, UUID token, String answered, Optional<Claim> claim) {
        List<String> earlier = Stream.concat(
                        messageIds(mail.orderNumber()).stream(),
                        Stream.ofNullable(answered).filter(id -> id.length() <= LONGEST_MESSAGE_ID))
                .toList();
        var written = new WaitingMail(
                0,
                mail.orderNumber(),
                mail.template(),
                mail.to(),
                rendered,
                "<correspondence-%s@orderdesk.belnet.be>".formatted(token),
                earlier.isEmpty() ? null : earlier.get(earlier.size() - 1),
                earlier.isEmpty() ? null : String.join(" ", thread(earlier)),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                claim.isPresent() ? 1 : 0,
                mail.attachments());
        return written.withId(insert(written, claim));
    }

    private long insert(WaitingMail mail, Optional<Claim> claim) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into correspondence (order_number, template, recipient_role, recipient_name, recipient_email,"
                        + " recipient_language, subject, text_body, html_body, message_id, in_reply_to, thread, attempts,"
                        + " lease_owner, lease_until, written_at, next_attempt_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        mail.orderNumber(),
                        mail.template(),
                        mail.to().role(),
                        mail.to().name(),
                        mail.to().email(),
                        mail.to().language(),
                        mail.content().subject(),
                        mail.content().text(),
                        mail.content().html(),
                        mail.messageId(),
                        mail.inReplyTo(),
                        mail.thread(),
                        mail.attempts(),
                        claim.map(Claim::node).orElse(null),
                        claim.map(Claim::until).map(Timestamp::from).orElse(null),
                        Timestamp.from(mail.writtenAt()),
                        Timestamp.from(mail.writtenAt())))
                .update(key, "id");
        return key.getKey().longValue();
    }

    private void insert(long mail, Attachment attachment) {
        jdbc.sql("insert into correspondence_attachment (correspondence_id, file_name, content_type, calendar_method,"
                        + " content) values (?, ?, ?, ?, ?)")
                .params(
                        mail,
                        attachment.fileName(),
                        attachment.contentType(),
                        attachment.method(),
                        attachment.content())
                .update();
    }

    private List<String> messageIds(String orderNumber) {
        return jdbc.sql("select message_id from correspondence where order_number = ? order by id")
                .param(orderNumber)
                .query(String.class)
                .list();
    }

    /** The first message and the latest ones, as RFC 5322 advises for long threads. */
    private static List<String> thread(List<String> earlier) {
        int from = Math.max(1, earlier.size() - MESSAGES_REFERRED_TO);
        return Stream.concat(
                        earlier.stream().limit(1),
                        earlier.subList(Math.min(from, earlier.size()), earlier.size()).stream())
                .toList();
    }

    private static void afterCommit(Runnable act) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }

    private static void check(Recipient to) {
        if (!ROLES.contains(to.role())) {
            throw new IllegalArgumentException("No mails go to " + to.role());
        }
        refuseControls("name", to.name(), 200);
        refuseControls("email", to.email(), 254);
        if (!ADDRESS.matcher(to.email()).matches() || !isAddress(to.email())) {
            throw new UnfitForMailException("email");
        }
    }

    private static void check(Attachment attachment) {
        refuseControls("fileName", attachment.fileName(), 200);
        if (!CONTENT_TYPE.matcher(attachment.contentType()).matches()
                || attachment.method() != null
                        && !METHOD.matcher(attachment.method()).matches()) {
            throw new UnfitForMailException("attachment");
        }
    }

    private static void refuseControls(String field, String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest || PlainText.hasControls(value)) {
            throw new UnfitForMailException(field);
        }
    }

    private static boolean isAddress(String email) {
        try {
            InternetAddress[] addresses = InternetAddress.parse(email, true);
            return addresses.length == 1 && email.equals(addresses[0].getAddress());
        } catch (AddressException malformed) {
            return false;
        }
    }

    private SentMail mail(ResultSet row, int index) throws SQLException {
        return new SentMail(
                row.getLong("id"),
                row.getString("order_number"),
                row.getString("template"),
                new Recipient(
                        row.getString("recipient_role"),
                        row.getString("recipient_name"),
                        row.getString("recipient_email"),
                        row.getString("recipient_language")),
                row.getString("subject"),
                row.getString("text_body"),
                row.getString("html_body"),
                row.getString("message_id"),
                row.getInt("attempts"),
                row.getTimestamp("written_at").toInstant(),
                Moments.read(row, "sent_at"),
                row.getTimestamp("bounced_at") != null,
                attachmentNames(row.getLong("id")));
    }

    private List<String> attachmentNames(long mail) {
        return jdbc.sql("select file_name from correspondence_attachment where correspondence_id = ? order by id")
                .param(mail)
                .query(String.class)
                .list();
    }
}

package be.belnet.sandbox.mail;

import be.belnet.sandbox.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.annotation.Transactional;

/** All mails ever received, in the database: what a reader deletes from a mailbox stays on the page. */
class Deliveries {

    private static final Pattern ORDER_NUMBER = Pattern.compile("\\b(?:BAMS|DCS)-\\d{4}-\\d{5}\\b");

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Keeps a mail and counts it, by the order number in its subject where there is one. */
    @Transactional
    public void keep(String mailbox, String messageId, String subject, byte[] raw) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into mail_delivery (mailbox, received_at, message_id, raw, seen, in_inbox)
                values (?, ?, ?, ?, false, true)""").params(mailbox, OffsetDateTime.now(clock), messageId, raw).update(keys, "id");
        var reference = orderNumber(subject);
        ledger.call("mail", "SMTP delivery", reference, 250);
        ledger.effect("mail", "mail delivered", reference, "mail " + keys.getKeyAs(Long.class));
    }

    List<Mailbox> mailboxes() {
        return jdbc.sql("""
                select mailbox, count(*) as mails, max(received_at) as latest from mail_delivery
                group by mailbox order by latest desc, mailbox""")
                .query((row, number) -> new Mailbox(
                        row.getString("mailbox"),
                        row.getInt("mails"),
                        row.getObject("latest", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Oldest first; a null mailbox means all. */
    List<Delivery> list(String mailbox) {
        return jdbc.sql("select * from mail_delivery where :mailbox is null or mailbox = :mailbox order by id")
                .param("mailbox", mailbox)
                .query(Deliveries::read)
                .list();
    }

    /** Newest first. */
    List<Delivery> newest(int count) {
        return jdbc.sql("select * from mail_delivery order by id desc fetch first ? rows only")
                .param(count)
                .query(Deliveries::read)
                .list();
    }

    Optional<Delivery> get(long id) {
        return jdbc.sql("select * from mail_delivery where id = ?")
                .param(id)
                .query(Deliveries::read)
                .optional();
    }

    /** Those a mail program still finds in a mailbox, oldest first. */
    List<Delivery> inInboxes() {
        return jdbc.sql("select * from mail_delivery where in_inbox order by id")
                .query(Deliveries::read)
                .list();
    }

    void markSeen(String mailbox, String messageId, boolean seen) {
        jdbc.sql("update mail_delivery set seen = ? where mailbox = ? and message_id = ?")
                .params(seen, mailbox, messageId)
                .update();
    }

    /** Remembers that the others were deleted or moved away by the mailbox's reader. */
    @Transactional
    public void keepInInbox(String mailbox, Collection<String> messageIds) {
        var present = new HashSet<>(messageIds);
        jdbc
                .sql(
                        "select id, message_id from mail_delivery where mailbox = ? and in_inbox and message_id is not null")
                .param(mailbox)
                .query((row, number) -> new Known(row.getLong("id"), row.getString("message_id")))
                .list()
                .stream()
                .filter(known -> !present.contains(known.messageId()))
                .forEach(gone -> jdbc.sql("update mail_delivery set in_inbox = false where id = ?")
                        .param(gone.id())
                        .update());
    }

    void forgetAll() {
        jdbc.sql("delete from mail_delivery").update();
    }

    private record Known(long id, String messageId) {}

    private static String orderNumber(String subject) {
        var found = ORDER_NUMBER.matcher(subject == null ? "" : subject);
        return found.find() ? found.group() : null;
    }

    private static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getString("mailbox"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBytes("raw"),
                row.getBoolean("seen"));
    }
}

package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.database.NamedLock;
import be.belnet.orderdesk.intake.IncomingMail.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of mails, in the caller's transaction. */
@Component
class IncomingMails {
    private static final int ROUND = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    IncomingMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    BoxPosition position(String box) {
        return jdbc.sql("select validity, next_place from intake_box where name = ?")
                .param(box)
                .query((row, index) -> new BoxPosition(row.getLong(1), row.getLong(2)))
                .optional()
                .orElse(BoxPosition.BEGINNING);
    }

    /** Where another node has come further in the meantime, it stays there. */
    void keep(String box, BoxPosition position) {
        int known = jdbc.sql(
                        "update intake_box set next_place = case when validity = ? and next_place > ? then next_place"
                                + " else ? end, validity = ?, read_at = ? where name = ?")
                .params(
                        position.validity(),
                        position.next(),
                        position.next(),
                        position.validity(),
                        Moments.now(clock),
                        box)
                .update();
        if (known == 0) {
            jdbc.sql("insert into intake_box (name, validity, next_place, read_at) values (?, ?, ?, ?)")
                    .params(box, position.validity(), position.next(), Moments.now(clock))
                    .update();
        }
    }

    boolean has(String key) {
        return jdbc.sql("select count(*) from incoming_mail where message_key = ?")
                        .param(key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Mails taken of a sender in the last while. */
    long takenOf(String sender, Duration within) {
        return jdbc.sql("select count(*) from incoming_mail where sender_email = ? and taken_at > ?"
                        + " and state <> 'passed'")
                .params(sender, Timestamp.from(clock.instant().minus(within)))
                .query(Long.class)
                .single();
    }

    /**
     * Keeps that a mail was looked at, and nothing else of it.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another node did
     */
    void addBare(String key, State state, String sender, Instant receivedAt) {
        jdbc.sql("insert into incoming_mail (message_key, state, sender_email, received_at, taken_at, attempts,"
                        + " next_attempt_at) values (?, ?, ?, ?, ?, 0, ?)")
                .params(Arrays.asList(
                        key, state.code(), sender, Timestamp.from(receivedAt), Moments.now(clock), Moments.now(clock)))
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another node took it */
    long add(IncomingMail mail) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into incoming_mail (message_key, message_id, state, kind, service, certain, sender_email, sender_name,"
                                + " language, subject, thread, words, forwarded, cut_short, order_number, why, received_at,"
                                + " taken_at, attempts, next_attempt_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)")
                .params(Arrays.asList(
                        mail.key(),
                        mail.messageId(),
                        mail.state().code(),
                        mail.kind().code(),
                        mail.recognition().service(),
                        mail.recognition().certain(),
                        mail.sender(),
                        mail.senderName(),
                        mail.language(),
                        mail.subject(),
                        String.join(" ", mail.thread()),
                        mail.text(),
                        mail.forwarded(),
                        mail.cut(),
                        mail.order(),
                        mail.why(),
                        Timestamp.from(mail.receivedAt()),
                        Moments.now(clock),
                        Moments.now(clock)))
                .update(key, "id");
        return key.getKey().longValue();
    }

    void noteLeft(long id, String left) {
        jdbc.sql("update incoming_mail set files_left = ? where id = ?")
                .params(left, id)
                .update();
    }

    void addFile(long id, String name, byte[] content) {
        jdbc.sql("insert into incoming_mail_file (mail_id, file_name, content) values (?, ?, ?)")
                .params(id, name, content)
                .update();
    }

    /** Ids of files that were kept with a mail, as they came. */
    List<Long> files(long id) {
        return jdbc.sql("select id from incoming_mail_file where mail_id = ? order by id")
                .param(id)
                .query(Long.class)
                .list();
    }

    List<String> fileNames(long id) {
        return jdbc.sql("select file_name from incoming_mail_file where mail_id = ? order by id")
                .param(id)
                .query(String.class)
                .list();
    }

    byte[] content(long file) {
        return jdbc.sql("select content from incoming_mail_file where id = ?")
                .param(file)
                .query((row, index) -> row.getBytes(1))
                .single();
    }

    /** They lie with the order now. */
    void forgetFiles(long id) {
        jdbc.sql("delete from incoming_mail_file where mail_id = ?").param(id).update();
    }

    /** Mails whose turn it is, as they came. */
    List<Long> due() {
        return jdbc.sql(
                        "select id from incoming_mail where state = 'waiting' and next_attempt_at <= ? order by id limit ?")
                .params(Moments.now(clock), ROUND)
                .query(Long.class)
                .list();
    }

    /** One mail after the other, on all nodes, until the caller's transaction ends. */
    void lock() {
        NamedLock.hold(jdbc, "intake");
    }

    Optional<IncomingMail> find(long id) {
        return jdbc.sql("select * from incoming_mail where id = ?")
                .param(id)
                .query(IncomingMails::mail)
                .optional();
    }

    /** Taken mails with one of these keys. */
    List<IncomingMail> taken(List<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select * from incoming_mail where message_key in (:keys) and state in ('waiting', 'triage', 'sorted')")
                        .param("keys", keys)
                        .query(IncomingMails::mail)
                        .list();
    }

    /** Mails that one task asks about, as they came. */
    List<IncomingMail> ofTriage(String number) {
        return jdbc.sql("select * from incoming_mail where triage_number = ? order by id")
                .param(number)
                .query(IncomingMails::mail)
                .list();
    }

    /** Mails of some kinds that are in nobody's file yet, as they came. */
    List<IncomingMail> unsorted(List<MailKind> kinds) {
        return jdbc.sql(
                        "select * from incoming_mail where state in ('waiting', 'triage') and kind in (:kinds) order by id")
                .param("kinds", kinds.stream().map(MailKind::code).toList())
                .query(IncomingMails::mail)
                .list();
    }

    void toTriage(long id, String number, String why) {
        jdbc.sql("update incoming_mail set state = 'triage', triage_number = ?, why = ? where id = ?")
                .params(number, why, id)
                .update();
    }

    /** @param order null where it belongs to none */
    void sorted(long id, String order) {
        jdbc.sql("update incoming_mail set state = 'sorted', order_number = coalesce(?, order_number) where id = ?")
                .params(Arrays.asList(order, id))
                .update();
    }

    void remark(long id, String remark) {
        jdbc.sql("update incoming_mail set remark = ? where id = ?")
                .params(remark, id)
                .update();
    }

    void putOff(long id, Instant next) {
        jdbc.sql(
                        "update incoming_mail set attempts = attempts + 1, next_attempt_at = ? where id = ? and state = 'waiting'")
                .params(Timestamp.from(next), id)
                .update();
    }

    /** Mails that are not looked at again need no row any more. */
    void forgetPassed(Duration after) {
        jdbc.sql("delete from incoming_mail where state in ('passed', 'held') and taken_at < ?")
                .param(Timestamp.from(clock.instant().minus(after)))
                .update();
    }

    private static IncomingMail mail(ResultSet row, int index) throws SQLException {
        return new IncomingMail(
                row.getLong("id"),
                row.getString("message_key"),
                row.getString("message_id"),
                State.of(row.getString("state")),
                new Recognition(
                        row.getString("service"), MailKind.of(row.getString("kind")), row.getBoolean("certain")),
                row.getString("sender_email"),
                row.getString("sender_name"),
                row.getString("language"),
                row.getString("subject"),
                Arrays.stream(row.getString("thread").split(" "))
                        .filter(id -> !id.isEmpty())
                        .toList(),
                row.getString("words"),
                row.getBoolean("forwarded"),
                row.getBoolean("cut_short"),
                row.getString("files_left"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("order_number"),
                row.getString("triage_number"),
                row.getString("why"),
                row.getInt("attempts"));
    }
}

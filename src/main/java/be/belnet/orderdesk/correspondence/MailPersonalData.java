package be.belnet.orderdesk.correspondence;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.person.Correction;
import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.Mentions;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails, sent or on their way, and what came with them. */
@Component
class MailPersonalData implements PersonalData {
    private static final Texts TEXTS = Texts.of("correspondence", "id", "subject", "text_body", "html_body");

    private final JdbcClient jdbc;
    private final OrderTexts texts;

    MailPersonalData(JdbcClient jdbc, OrderTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public Person known(Person person) {
        return person.named(
                jdbc.sql("select distinct recipient_name from correspondence where lower(recipient_email) = ?")
                        .param(person.email())
                        .query(String.class)
                        .list());
    }

    /** Head lines; the mails themselves are the person's already. */
    @Override
    public List<Entry> export(Person person) {
        return jdbc.sql("select * from correspondence where lower(recipient_email) = ? order by id")
                .param(person.email())
                .query((row, index) -> {
                    return Entry.of("mail")
                            .with("number", row.getString("order_number"))
                            .with("name", row.getString("recipient_name"))
                            .with("email", row.getString("recipient_email"))
                            .with("subject", row.getString("subject"))
                            .with("messageId", row.getString("message_id"))
                            .with("writtenAt", row.getTimestamp("written_at").toInstant())
                            .with("sentAt", Moments.read(row, "sent_at"));
                })
                .list();
    }

    /** What is sent is sent; what waits goes to the right address. */
    @Override
    public int rectify(Person person, Correction correction) {
        return jdbc.sql("update correspondence set recipient_name = coalesce(cast(? as varchar(200)), recipient_name),"
                        + " recipient_email = coalesce(cast(? as varchar(254)), recipient_email)"
                        + " where lower(recipient_email) = ? and sent_at is null")
                .params(Arrays.asList(correction.name(), correction.email(), person.email()))
                .update();
    }

    @Override
    public int discard(String order, Tombstone tombstone) {
        forgetAttachments("order_number = ?", order);
        jdbc.sql("delete from correspondence where order_number = ? and sent_at is null")
                .param(order)
                .update();
        return overwrite("order_number = ?", order, tombstone);
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        forgetAttachments("lower(recipient_email) = ?", person.email());
        int unsent = jdbc.sql("delete from correspondence where lower(recipient_email) = ? and sent_at is null")
                .param(person.email())
                .update();
        return unsent
                + overwrite("lower(recipient_email) = ?", person.email(), tombstone)
                + forgetInvitations(person)
                + texts.clear(person, TEXTS);
    }

    private int overwrite(String which, String value, Tombstone tombstone) {
        return jdbc.sql("update correspondence set recipient_name = ?, recipient_email = ?, subject = ?, text_body = ?,"
                        + " html_body = ?, in_reply_to = null, thread = null where subject <> ? and " + which)
                .params(
                        tombstone.name(),
                        tombstone.email(),
                        Tombstone.GONE,
                        Tombstone.GONE,
                        Tombstone.GONE,
                        Tombstone.GONE,
                        value)
                .update();
    }

    private void forgetAttachments(String which, String value) {
        jdbc.sql(
                        "delete from correspondence_attachment where correspondence_id in (select id from correspondence where "
                                + which + ")")
                .param(value)
                .update();
    }

    /** Others were invited as well; their invitations name whom they were to meet. */
    private int forgetInvitations(Person person) {
        var mentions = new Mentions(person);
        return jdbc
                .sql(
                        "select a.id, a.content, o.acronym from correspondence_attachment a join correspondence m on m.id ="
                                + " a.correspondence_id join service_order o on o.number = m.order_number where a.calendar_method"
                                + " is not null")
                .query((row, index) -> mentions.isIn(
                                unfolded(row.getBytes("content")),
                                person.acronyms().contains(row.getString("acronym")))
                        ? row.getLong("id")
                        : 0)
                .list()
                .stream()
                .filter(id -> id > 0)
                .mapToInt(id -> jdbc.sql("delete from correspondence_attachment where id = ?")
                        .param(id)
                        .update())
                .sum();
    }

    /** Calendars break their lines within words (RFC 5545, 3.1). */
    private static String unfolded(byte[] calendar) {
        return new String(calendar, StandardCharsets.UTF_8).replaceAll("\\r?\\n[ \\t]", "");
    }
}

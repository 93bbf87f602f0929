package be.belnet.orderdesk.intake;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.order.OrderSearch;
import be.belnet.orderdesk.person.Correction;
import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.Expiring;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails that people wrote. Those of an order go with it; those that belong to none are kept for a time of their own. What
 * stays is that a mail was looked at, so that the box does not bring it again.
 */
@Component
class MailBoxPersonalData implements PersonalData, Expiring {
    private static final String ERASED = "%@erased.invalid";
    private static final Texts TEXTS = Texts.of(
            "incoming_mail", "id", "message_id", "sender_name", "subject", "thread", "words", "files_left", "remark");

    private final JdbcClient jdbc;
    private final OrderSearch search;
    private final OrderTexts texts;
    private final Triage triage;

    MailBoxPersonalData(JdbcClient jdbc, OrderSearch search, OrderTexts texts, Triage triage) {
        this.jdbc = jdbc;
        this.search = search;
        this.texts = texts;
        this.triage = triage;
    }

    @Override
    public Person known(Person person) {
        return person.named(jdbc.sql("select distinct sender_name from incoming_mail where sender_email = ?"
                                + " and sender_name is not null and sender_name <> sender_email")
                        .param(person.email())
                        .query(String.class)
                        .list())
                .actingFor(jdbc.sql("select distinct o.acronym from incoming_mail m join service_order o"
                                + " on o.number = m.order_number where m.sender_email = ? and o.acronym is not null")
                        .param(person.email())
                        .query(String.class)
                        .list());
    }

    @Override
    public List<Entry> export(Person person) {
        return jdbc.sql("select * from incoming_mail where sender_email = ? and state <> 'passed' order by id")
                .param(person.email())
                .query((row, index) -> Entry.of("incomingMail")
                        .with("number", row.getString("order_number"))
                        .with("name", row.getString("sender_name"))
                        .with("email", row.getString("sender_email"))
                        .with("receivedAt", row.getTimestamp("received_at").toInstant())
                        .with("subject", row.getString("subject"))
                        .with("text", row.getString("words"))
                        .with("filesLeft", row.getString("files_left"))
                        .with("remark", row.getString("remark")))
                .list();
    }

    /** What was written stays as it was written; who wrote it is found under the new address. */
    @Override
    public int rectify(Person person, Correction correction) {
        return jdbc.sql(
                        "update incoming_mail set sender_name = coalesce(cast(? as varchar(200)), sender_name),"
                                + " sender_email = coalesce(lower(cast(? as varchar(254))), sender_email) where sender_email = ?")
                .params(Arrays.asList(correction.name(), correction.email(), person.email()))
                .update();
    }

    @Override
    public int discard(String order, Tombstone tombstone) {
        return ids("order_number = ? and state <> 'triage'", order).stream()
                .mapToInt(id -> discard(id, tombstone))
                .sum();
    }

    /** What nobody has sorted yet goes as well: an erasure does not wait for a task that perhaps nobody takes. */
    @Override
    public int erase(Person person, Tombstone tombstone) {
        takeFromTriage(person);
        int own = ids("sender_email = ? and state in ('sorted', 'held', 'triage')", person.email()).stream()
                .mapToInt(id -> discard(id, tombstone))
                .sum();
        return own + texts.clear(person, TEXTS);
    }

    /** A mail of ours that came back is taken up all the same: it is about an order. */
    private void takeFromTriage(Person person) {
        String unsorted = " where sender_email = ? and state = 'triage' and kind <> 'bounce'";
        List<String> tasks = jdbc.sql("select distinct triage_number from incoming_mail" + unsorted)
                .param(person.email())
                .query(String.class)
                .list();
        jdbc.sql("update incoming_mail set state = 'sorted', triage_number = null" + unsorted)
                .param(person.email())
                .update();
        tasks.stream().filter(this::isEmpty).forEach(triage::takeBack);
    }

    private boolean isEmpty(String task) {
        return jdbc.sql("select count(*) from incoming_mail where triage_number = ?")
                        .param(task)
                        .query(Long.class)
                        .single()
                == 0;
    }

    @Override
    public String name() {
        return "mails";
    }

    /** Of no order, or of one whose people were discarded before the mail came to it. */
    @Override
    public List<String> expired(LocalDate upTo) {
        return jdbc.sql("select m.id from incoming_mail m left join service_order o on o.number = m.order_number"
                        + " where m.state in ('sorted', 'held') and m.sender_email not like ? and m.taken_at < ?"
                        + " and (m.order_number is null or o.discarded_on is not null) order by m.id")
                .params(
                        ERASED,
                        Timestamp.from(upTo.plusDays(1).atStartOfDay(BRUSSELS).toInstant()))
                .query(String.class)
                .list();
    }

    @Override
    public void discardExpired(String key, Tombstone tombstone) {
        discard(Long.parseLong(key), tombstone);
    }

    private List<Long> ids(String which, String value) {
        return jdbc.sql("select id from incoming_mail where sender_email not like ? and " + which + " order by id")
                .params(ERASED, value)
                .query(Long.class)
                .list();
    }

    private int discard(long id, Tombstone tombstone) {
        jdbc.sql("select order_number, sender_email from incoming_mail where id = ? and order_number is not null")
                .param(id)
                .query(row -> {
                    search.forget(row.getString("order_number"), row.getString("sender_email"));
                });
        jdbc.sql("delete from incoming_mail_file where mail_id = ?").param(id).update();
        return jdbc.sql("update incoming_mail set message_id = null, sender_email = ?, sender_name = ?, subject = ?,"
                        + " thread = '', words = ?, files_left = null, remark = null where id = ?")
                .params(tombstone.email(), tombstone.name(), Tombstone.GONE, Tombstone.GONE, id)
                .update();
    }
}

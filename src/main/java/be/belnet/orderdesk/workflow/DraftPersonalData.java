package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People in forms that were not sent yet. Nothing expires here: a draft is gone with its task. */
@Component
class DraftPersonalData implements PersonalData {
    private static final Texts TEXTS = Texts.of("task_draft", "task_id", "answers");

    private final JdbcClient jdbc;
    private final OrderTexts texts;

    DraftPersonalData(JdbcClient jdbc, OrderTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** What is being typed in the person's own files. */
    @Override
    public List<Entry> export(Person person) {
        return jdbc.sql(
                        "select d.order_number, d.answers, d.saved_at from task_draft d join service_order o on o.number ="
                                + " d.order_number where lower(o.requester_email) = ? order by d.saved_at")
                .param(person.email())
                .query((row, index) -> Entry.of("draft")
                        .with("number", row.getString("order_number"))
                        .with("typed", row.getString("answers"))
                        .with("writtenAt", row.getTimestamp("saved_at").toInstant()))
                .list();
    }

    @Override
    public int discard(String order, Tombstone tombstone) {
        return jdbc.sql("delete from task_draft where order_number = ?")
                .param(order)
                .update();
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        return texts.clear(person, TEXTS);
    }
}

package be.belnet.orderdesk.feedback;

import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people remarked at the end of their orders. How useful it was stays: alone it tells of nobody. */
@Component
class FeedbackPersonalData implements PersonalData {
    private static final Texts TEXTS = Texts.of("feedback", "order_number", "remark");

    private final JdbcClient jdbc;
    private final OrderTexts texts;

    FeedbackPersonalData(JdbcClient jdbc, OrderTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public List<Entry> export(Person person) {
        return jdbc.sql("select f.* from feedback f join service_order o on o.number = f.order_number"
                        + " where lower(o.requester_email) = ? order by f.order_number")
                .param(person.email())
                .query((row, index) -> Entry.of("feedback")
                        .with("number", row.getString("order_number"))
                        .with("useful", row.getString("useful"))
                        .with("remark", row.getString("remark"))
                        .with("answeredAt", row.getTimestamp("answered_at").toInstant()))
                .list();
    }

    @Override
    public int discard(String order, Tombstone tombstone) {
        return jdbc.sql("update feedback set remark = null where order_number = ? and remark is not null")
                .param(order)
                .update();
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        return texts.clear(person, TEXTS);
    }
}

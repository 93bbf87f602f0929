package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written down of the talks with a customer. */
@Component
class BamsPersonalData implements PersonalData {
    private static final Texts TEXTS =
            Texts.of("bams_order", "order_number", "wishes", "meeting_place", "minutes", "advice");

    private final JdbcClient jdbc;
    private final OrderTexts texts;

    BamsPersonalData(JdbcClient jdbc, OrderTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public List<Entry> export(Person person) {
        return jdbc.sql("select b.* from bams_order b join service_order o on o.number = b.order_number"
                        + " where lower(o.requester_email) = ? and coalesce(b.wishes, b.minutes, b.advice) is not null"
                        + " order by b.order_number")
                .param(person.email())
                .query((row, index) -> Entry.of("talks")
                        .with("number", row.getString("order_number"))
                        .with("wishes", row.getString("wishes"))
                        .with("meetingAt", row.getObject("meeting_at", LocalDateTime.class))
                        .with("meetingPlace", row.getString("meeting_place"))
                        .with("minutes", row.getString("minutes"))
                        .with("advice", row.getString("advice")))
                .list();
    }

    @Override
    public int discard(String order, Tombstone tombstone) {
        BamsOrders.READ.forget(order);
        return jdbc.sql("update bams_order set wishes = null, meeting_place = null, minutes = null, advice = null"
                        + " where order_number = ? and coalesce(wishes, meeting_place, minutes, advice) is not null")
                .param(order)
                .update();
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        BamsOrders.READ.forgetAll();
        return texts.clear(person, TEXTS);
    }
}

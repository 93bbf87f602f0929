package be.belnet.orderdesk.support;

import be.belnet.orderdesk.order.OrderSearch;
import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers to questions; the questions themselves stand in the order file. */
@Component
class SupportPersonalData implements PersonalData {
    private static final Texts TEXTS = Texts.of("support_request", "order_number", "answer");

    private final JdbcClient jdbc;
    private final OrderSearch search;
    private final OrderTexts texts;

    SupportPersonalData(JdbcClient jdbc, OrderSearch search, OrderTexts texts) {
        this.jdbc = jdbc;
        this.search = search;
        this.texts = texts;
    }

    @Override
    public List<Entry> export(Person person) {
        return jdbc.sql("select s.* from support_request s join service_order o on o.number = s.order_number"
                        + " where lower(o.requester_email) = ? order by s.order_number")
                .param(person.email())
                .query((row, index) -> Entry.of("question")
                        .with("number", row.getString("order_number"))
                        .with("topic", row.getString("topic"))
                        .with("certificateOrder", row.getString("certificate_order"))
                        .with("answer", row.getString("answer")))
                .list();
    }

    @Override
    public int discard(String order, Tombstone tombstone) {
        jdbc.sql(
                        "select certificate_order from support_request where order_number = ? and certificate_order is not null")
                .param(order)
                .query(String.class)
                .optional()
                .ifPresent(certificate -> search.forget(order, certificate));
        return jdbc.sql("update support_request set answer = null, certificate_order = null where order_number = ?"
                        + " and coalesce(answer, certificate_order) is not null")
                .param(order)
                .update();
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        return texts.clear(person, TEXTS);
    }
}

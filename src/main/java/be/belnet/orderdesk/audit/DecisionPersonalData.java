package be.belnet.orderdesk.audit;

import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People in what was typed when something was decided. That it was decided, by whom and on which documents, stays. */
@Component
class DecisionPersonalData implements PersonalData {
    private static final Texts TEXTS = new Texts("decision", "id", "about", List.of("words"));

    private final JdbcClient jdbc;
    private final OrderTexts texts;

    DecisionPersonalData(JdbcClient jdbc, OrderTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Nothing that the order file does not say. */
    @Override
    public List<Entry> export(Person person) {
        return List.of();
    }

    @Override
    public int discard(String order, Tombstone tombstone) {
        return jdbc.sql("update decision set words = '{}' where about = ? and words <> '{}'")
                .param(order)
                .update();
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        return texts.clear(person, TEXTS);
    }
}

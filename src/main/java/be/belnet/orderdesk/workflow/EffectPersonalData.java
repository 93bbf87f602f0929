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

/** People whom partners may have quoted in what they answered last. */
@Component
class EffectPersonalData implements PersonalData {
    private static final Texts TEXTS = Texts.of("effect", "effect_key", "detail");

    private final JdbcClient jdbc;
    private final OrderTexts texts;

    EffectPersonalData(JdbcClient jdbc, OrderTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Nothing that is not said in full elsewhere. */
    @Override
    public List<Entry> export(Person person) {
        return List.of();
    }

    @Override
    public int discard(String order, Tombstone tombstone) {
        return jdbc.sql("update effect set detail = null where order_number = ? and detail is not null")
                .param(order)
                .update();
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        return texts.clear(person, TEXTS);
    }
}

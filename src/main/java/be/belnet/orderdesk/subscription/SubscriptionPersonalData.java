package be.belnet.orderdesk.subscription;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.Expiring;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People in what was written down of subscriptions, and in lines that an import of them refused. Subscriptions themselves
 * are an organisation's and name nobody.
 */
@Component
class SubscriptionPersonalData implements PersonalData, Expiring {
    private static final Texts HISTORY = Texts.of("subscription_event", "id", "detail");
    private static final Texts REFUSALS = Texts.apart("subscription_import_refusal", "id", "detail");

    private final JdbcClient jdbc;
    private final OrderTexts texts;

    SubscriptionPersonalData(JdbcClient jdbc, OrderTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Who gives a former customer's acronym in another way of writing means the same. */
    @Override
    public Person known(Person person) {
        return person.actingFor(person.acronyms().stream()
                .flatMap(acronym -> jdbc
                        .sql("select distinct acronym from subscription where upper(acronym) = upper(?)")
                        .param(acronym)
                        .query(String.class)
                        .list()
                        .stream())
                .toList());
    }

    /** Nothing that tells of people. */
    @Override
    public List<Entry> export(Person person) {
        return List.of();
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        return texts.clear(person, HISTORY) + texts.clear(person, REFUSALS);
    }

    @Override
    public String name() {
        return "subscriptions";
    }

    @Override
    public List<String> expired(LocalDate upTo) {
        return jdbc.sql(
                        "select id from subscription_import i where imported_at < ? and exists (select 1 from"
                                + " subscription_import_refusal r where r.import_id = i.id and r.detail is not null) order by id")
                .param(Timestamp.from(upTo.plusDays(1).atStartOfDay(BRUSSELS).toInstant()))
                .query(String.class)
                .list();
    }

    @Override
    public void discardExpired(String key, Tombstone tombstone) {
        jdbc.sql("update subscription_import_refusal set detail = null where import_id = ?")
                .param(Long.valueOf(key))
                .update();
    }
}

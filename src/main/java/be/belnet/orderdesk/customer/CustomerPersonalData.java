package be.belnet.orderdesk.customer;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.person.AddressTakenException;
import be.belnet.orderdesk.person.Correction;
import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.Expiring;
import be.belnet.orderdesk.person.Mentions;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import be.belnet.orderdesk.time.BelgianTime;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts of the register, what imports said of lines that they refused, and why customers were merged. */
@Component
class CustomerPersonalData implements PersonalData, Expiring {
    private static final String OF_PERSON = " from customer_contact c join customer_organisation o on o.id ="
            + " c.organisation_id where c.email_key = ? and c.erased_on is null order by c.id";

    private static final Texts MERGES = Texts.apart("customer_merge", "id", "reason", "decision_reason");

    private final JdbcClient jdbc;
    private final CustomerRegister customers;
    private final OrderTexts texts;
    private final Clock clock;

    CustomerPersonalData(JdbcClient jdbc, CustomerRegister customers, OrderTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Person known(Person person) {
        Person known = person.named(column("name", person))
                .reachedAt(column("phone", person))
                .actingFor(jdbc.sql("select o.acronym" + OF_PERSON)
                        .param(person.email())
                        .query(String.class)
                        .list());
        return known.actingFor(known.acronyms().stream()
                .flatMap(acronym -> customers.acronyms(acronym).stream())
                .toList());
    }

    @Override
    public List<Entry> export(Person person) {
        return jdbc.sql("select c.*, o.acronym, o.legal_name" + OF_PERSON)
                .param(person.email())
                .query((row, index) -> Entry.of("contact")
                        .with("customer", row.getString("acronym"))
                        .with("organisation", row.getString("legal_name"))
                        .with("name", row.getString("name"))
                        .with("email", row.getString("email"))
                        .with("phone", row.getString("phone"))
                        .with("language", row.getString("language"))
                        .with("roles", row.getString("roles")))
                .list();
    }

    @Override
    public int rectify(Person person, Correction correction) {
        CustomerRegister.forgetRead();
        try {
            return jdbc.sql("update customer_contact set name = coalesce(cast(? as varchar(200)), name), email ="
                            + " coalesce(cast(? as varchar(254)), email), email_key = coalesce(cast(? as varchar(254)),"
                            + " email_key), phone = coalesce(cast(? as varchar(40)), phone), language ="
                            + " coalesce(cast(? as varchar(2)), language) where email_key = ? and erased_on is null")
                    .params(
                            correction.name(),
                            correction.email(),
                            correction.email() == null
                                    ? null
                                    : correction.email().toLowerCase(Locale.ROOT),
                            correction.phone(),
                            correction.language(),
                            person.email())
                    .update();
        } catch (DuplicateKeyException another) {
            throw new AddressTakenException();
        }
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        return eraseContacts(person, tombstone) + eraseRefusals(person) + texts.clear(person, MERGES);
    }

    /** One organisation may have one contact of an address only, so all of the person's may share the tombstone's. */
    private int eraseContacts(Person person, Tombstone tombstone) {
        CustomerRegister.forgetRead();
        return jdbc.sql("update customer_contact set name = ?, email = ?, email_key = ?, phone = null, roles = '',"
                        + " erased_on = ? where email_key = ? and erased_on is null")
                .params(
                        tombstone.name(),
                        tombstone.email(),
                        tombstone.email(),
                        BelgianTime.today(clock),
                        person.email())
                .update();
    }

    private int eraseRefusals(Person person) {
        var mentions = new Mentions(person);
        return jdbc
                .sql("select id, detail from customer_import_refusal where detail is not null")
                .query((row, index) -> new Refusal(row.getLong("id"), row.getString("detail")))
                .list()
                .stream()
                .filter(refusal -> mentions.isIn(refusal.detail(), true))
                .mapToInt(refusal -> jdbc.sql("update customer_import_refusal set detail = null where id = ?")
                        .param(refusal.id())
                        .update())
                .sum();
    }

    @Override
    public String name() {
        return "imports";
    }

    @Override
    public List<String> expired(LocalDate upTo) {
        return jdbc.sql("select id from customer_import i where started_at < ? and running_slot is null and exists"
                        + " (select 1 from customer_import_refusal r where r.import_id = i.id and r.detail is not null)"
                        + " order by id")
                .param(Timestamp.from(upTo.plusDays(1).atStartOfDay(BRUSSELS).toInstant()))
                .query(String.class)
                .list();
    }

    @Override
    public void discardExpired(String key, Tombstone tombstone) {
        jdbc.sql("update customer_import_refusal set detail = null where import_id = ?")
                .param(Long.valueOf(key))
                .update();
    }

    private List<String> column(String column, Person person) {
        return jdbc.sql("select c.%s".formatted(column) + OF_PERSON)
                .param(person.email())
                .query((row, index) -> row.getString(1))
                .list();
    }

    private record Refusal(long id, String detail) {}
}

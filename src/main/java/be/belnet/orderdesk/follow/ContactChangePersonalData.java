package be.belnet.orderdesk.follow;

import be.belnet.orderdesk.follow.ContactChange.Successor;
import be.belnet.orderdesk.person.Correction;
import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes of contacts that are not decided yet; the others tell of nobody. */
@Component
class ContactChangePersonalData implements PersonalData {
    private final ContactChangeRows rows;
    private final JdbcClient jdbc;

    ContactChangePersonalData(ContactChangeRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> export(Person person) {
        return rows.openOf(person.email()).stream()
                .map(change -> Entry.of("contactChange")
                        .with("number", change.orderNumber())
                        .with("name", of(change, Successor::name))
                        .with("email", of(change, Successor::email))
                        .with("phone", of(change, Successor::phone))
                        .with("language", of(change, Successor::language)))
                .toList();
    }

    private static String of(ContactChange change, Function<Successor, String> part) {
        return change.successor() == null ? null : part.apply(change.successor());
    }

    @Override
    public int rectify(Person person, Correction correction) {
        return jdbc.sql("update contact_change set name = coalesce(cast(? as varchar(200)), name), email ="
                                + " coalesce(cast(? as varchar(254)), email), phone = coalesce(cast(? as varchar(40)), phone)"
                                + " where state = 'asked' and lower(email) = ?")
                        .params(correction.name(), correction.email(), correction.phone(), person.email())
                        .update()
                + jdbc.sql(
                                "update contact_change set former_name = coalesce(cast(? as varchar(200)), former_name),"
                                        + " former_email = coalesce(cast(? as varchar(254)), former_email), open_key = order_number"
                                        + " || ' ' || lower(coalesce(cast(? as varchar(254)), former_email)) where state = 'asked' and lower(former_email) = ?")
                        .params(correction.name(), correction.email(), correction.email(), person.email())
                        .update();
    }

    /** What nobody has decided in all that time is not asked any more; staff still close it. */
    @Override
    public int discard(String order, Tombstone tombstone) {
        return jdbc.sql("update contact_change set former_name = null, former_email = null, name = null, email = null,"
                        + " phone = null, open_key = null where order_number = ? and state = 'asked'"
                        + " and (former_email is not null or email is not null)")
                .param(order)
                .update();
    }

    /** A request nobody of whom is left is kept without them: staff can only say that the contact stays. */
    @Override
    public int erase(Person person, Tombstone tombstone) {
        return jdbc.sql("update contact_change set former_name = ?, former_email = ?, open_key = null where"
                                + " lower(former_email) = ?")
                        .params(tombstone.name(), tombstone.email(), person.email())
                        .update()
                + jdbc.sql("update contact_change set name = null, email = null, phone = null where lower(email) = ?")
                        .param(person.email())
                        .update();
    }
}

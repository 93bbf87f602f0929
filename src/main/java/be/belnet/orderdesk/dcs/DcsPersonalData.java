package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.person.Correction;
import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The administrators that customers named, and people in what was said of domains. */
@Component
class DcsPersonalData implements PersonalData {
    private static final String OF_PERSON = " from dcs_order d join service_order o on o.number = d.order_number"
            + " where lower(d.email) = ? order by d.order_number";
    private static final Texts DOMAINS = Texts.of("certificate_domain", "id", "findings", "trouble", "mail_address");

    private final JdbcClient jdbc;
    private final OrderTexts texts;

    DcsPersonalData(JdbcClient jdbc, OrderTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public Person known(Person person) {
        return person.named(read("d.given_name, d.family_name", person, DcsPersonalData::name))
                .reachedAt(read("d.phone", person, row -> row.getString("phone")))
                .actingFor(read("o.acronym", person, row -> row.getString("acronym")));
    }

    @Override
    public List<Entry> export(Person person) {
        return read("d.*", person, row -> Entry.of("administrator")
                .with("number", row.getString("order_number"))
                .with("name", name(row))
                .with("email", row.getString("email"))
                .with("phone", row.getString("phone"))
                .with("language", row.getString("language"))
                .with("authority", row.getString("authority"))
                .with("administratorId", row.getString("administrator_id")));
    }

    /** The name is two here, and who corrects it gives one: the first word is the given name. */
    @Override
    public int rectify(Person person, Correction correction) {
        String[] names = correction.name() == null
                ? new String[] {null, null}
                : correction.name().strip().split("\\s+", 2);
        return jdbc.sql(
                        "update dcs_order d set given_name = coalesce(cast(? as varchar(100)), given_name), family_name ="
                                + " coalesce(cast(? as varchar(100)), family_name), email = coalesce(cast(? as varchar(254)),"
                                + " email), phone = coalesce(cast(? as varchar(40)), phone), language = coalesce(cast(? as"
                                + " varchar(2)), language) where lower(email) = ?")
                .params(
                        names[0],
                        names.length > 1 ? names[1] : null,
                        correction.email(),
                        correction.phone(),
                        correction.language(),
                        person.email())
                .update();
    }

    @Override
    public List<String> needing(Person person) {
        return jdbc.sql("select o.number from dcs_order d join service_order o on o.number = d.order_number"
                        + " where lower(d.email) = ? and o.state in ('open', 'cancelling') order by o.number")
                .param(person.email())
                .query(String.class)
                .list();
    }

    @Override
    public int discard(String order, Tombstone tombstone) {
        jdbc.sql("update certificate_domain set findings = null, trouble = null where order_number = ?")
                .param(order)
                .update();
        return overwrite("d.order_number = ?", order, tombstone);
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        return overwrite("lower(d.email) = ?", person.email(), tombstone) + texts.clear(person, DOMAINS);
    }

    private int overwrite(String which, String value, Tombstone tombstone) {
        jdbc.sql("delete from order_search_term where exists (select 1 from dcs_order d where d.order_number ="
                        + " order_search_term.order_number and lower(d.email) = order_search_term.term and "
                        + which + ")")
                .param(value)
                .update();
        return jdbc.sql("update dcs_order d set given_name = ?, family_name = ?, email = ?, phone = null"
                        + " where email is not null and email not like '%@erased.invalid' and " + which)
                .params(tombstone.name(), tombstone.name(), tombstone.email(), value)
                .update();
    }

    private <T> List<T> read(String columns, Person person, Reading<T> reading) {
        return jdbc
                .sql("select " + columns + OF_PERSON)
                .param(person.email())
                .query((row, index) -> reading.of(row))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static String name(ResultSet row) throws SQLException {
        return Stream.of(row.getString("given_name"), row.getString("family_name"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}

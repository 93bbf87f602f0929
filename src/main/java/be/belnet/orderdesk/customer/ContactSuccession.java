package be.belnet.orderdesk.customer;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts one contact of an organisation in the place of another, as somebody there wishes; the next import may know better. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ContactSuccession {
    private static final String PRESENT =
            " where email_key = ? and erased_on is null and organisation_id = (select id from customer_organisation where acronym_key = ?)";

    private final JdbcClient jdbc;

    ContactSuccession(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whoever takes the place has the roles of the former one, besides those it may have already. Nothing changes where the
     * register has no contact of the former address.
     *
     * @param acronym the organisation's present one
     * @param phone may be null
     */
    public void replace(String acronym, String formerEmail, String name, String email, String phone, String language) {
        CustomerRegister.forgetRead();
        Optional<Row> former = row(acronym, formerEmail);
        Optional<Row> known = row(acronym, email);
        former.ifPresent(leaving -> known.ifPresentOrElse(
                staying -> handOver(leaving, staying), () -> rename(leaving, name, email, phone, language)));
    }

    private record Row(long id, Set<String> roles) {}

    private Optional<Row> row(String acronym, String email) {
        return jdbc.sql("select id, roles from customer_contact" + PRESENT)
                .params(email.toLowerCase(Locale.ROOT), CustomerRegister.key(acronym))
                .query((row, index) -> new Row(
                        row.getLong("id"),
                        CustomerRegister.roles(row.getString("roles")).stream()
                                .map(ContactRole::code)
                                .collect(Collectors.toCollection(TreeSet::new))))
                .optional();
    }

    private void handOver(Row leaving, Row staying) {
        staying.roles().addAll(leaving.roles());
        jdbc.sql("update customer_contact set roles = ? where id = ?")
                .params(String.join(" ", staying.roles()), staying.id())
                .update();
        jdbc.sql("update customer_contact set roles = '' where id = ?")
                .param(leaving.id())
                .update();
    }

    private void rename(Row leaving, String name, String email, String phone, String language) {
        jdbc.sql("update customer_contact set name = ?, email = ?, email_key = ?, phone = ?, language = ? where id = ?")
                .params(name, email, email.toLowerCase(Locale.ROOT), phone, language, leaving.id())
                .update();
    }
}

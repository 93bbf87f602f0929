package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.order.OrderSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what orders of certificates add to their files. */
@Service
@Transactional
public class DcsOrders {
    private final JdbcClient jdbc;
    private final OrderSearch search;

    DcsOrders(JdbcClient jdbc, OrderSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    void open(String number, String authority) {
        jdbc.sql("insert into dcs_order (order_number, authority) values (?, ?)")
                .params(number, authority)
                .update();
    }

    /** @throws java.util.NoSuchElementException when it is no file of a customer's certificates */
    @Transactional(readOnly = true)
    public DcsOrder get(String number) {
        return find(number).orElseThrow();
    }

    /** Empty for files of the service that are not about one customer's certificates. */
    @Transactional(readOnly = true)
    public Optional<DcsOrder> find(String number) {
        List<Domain> domains = domains(number);
        return jdbc.sql("select * from dcs_order where order_number = ?")
                .param(number)
                .query((row, index) -> order(row, domains))
                .optional();
    }

    /** Name of the adapter of the CA that the customer is at. */
    @Transactional(readOnly = true)
    public String authority(String number) {
        return jdbc.sql("select authority from dcs_order where order_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** The CA's id of the customer's organisation; null before it is made. */
    @Transactional(readOnly = true)
    public String organisation(String number) {
        return jdbc.sql("select organisation_id from dcs_order where order_number = ?")
                .param(number)
                .query((row, index) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /** One of the file's domains, by its place there, from 0. */
    @Transactional(readOnly = true)
    public Domain domain(String number, int place) {
        return jdbc.sql("select domain from dcs_domain where order_number = ? order by position limit 1 offset ?")
                .params(number, place)
                .query((row, index) -> new Domain(row.getString("domain")))
                .single();
    }

    /** Replaces domains and administrator as a whole. */
    public void keepNeeds(String number, DcsNeeds needs) {
        keepInvitation(number, needs.administrator());
        set(number, "price_line", needs.priceLine());
        keepDomains(number, needs.domains());
    }

    void keepInvitation(String number, AdministratorInvitation administrator) {
        jdbc.sql("update dcs_order set given_name = ?, family_name = ?, email = ?, phone = ?, language = ?"
                        + " where order_number = ?")
                .params(Arrays.asList(
                        administrator.givenName(),
                        administrator.familyName(),
                        administrator.email(),
                        administrator.phone(),
                        administrator.language(),
                        number))
                .update();
        search.noteRestricted(number, administrator.email());
    }

    /** Replaces them as a whole. */
    void keepDomains(String number, List<Domain> domains) {
        jdbc.sql("delete from dcs_domain where order_number = ?").param(number).update();
        for (int i = 0; i < domains.size(); i++) {
            jdbc.sql("insert into dcs_domain (order_number, position, domain) values (?, ?, ?)")
                    .params(number, i, domains.get(i).name())
                    .update();
            search.note(number, domains.get(i).name());
        }
    }

    void leaveOut(String number, Domain domain) {
        jdbc.sql("delete from dcs_domain where order_number = ? and domain = ?")
                .params(number, domain.name())
                .update();
    }

    void keepOrganisation(String number, String organisationId) {
        set(number, "organisation_id", organisationId);
    }

    void keepAdministrator(String number, String administratorId) {
        set(number, "administrator_id", administratorId);
    }

    void keepValidation(String number, LocalDate validUntil) {
        set(number, "valid_until", validUntil);
    }

    private void set(String number, String column, Object value) {
        jdbc.sql("update dcs_order set " + column + " = ? where order_number = ?")
                .params(Arrays.asList(value, number))
                .update();
    }

    private List<Domain> domains(String number) {
        return jdbc.sql("select domain from dcs_domain where order_number = ? order by position")
                .param(number)
                .query((row, index) -> new Domain(row.getString("domain")))
                .list();
    }

    private static DcsOrder order(ResultSet row, List<Domain> domains) throws SQLException {
        return new DcsOrder(
                row.getString("order_number"),
                row.getString("authority"),
                domains,
                administrator(row),
                row.getString("price_line"),
                row.getString("organisation_id"),
                row.getString("administrator_id"),
                row.getObject("valid_until", LocalDate.class));
    }

    private static AdministratorInvitation administrator(ResultSet row) throws SQLException {
        return row.getString("email") == null
                ? null
                : new AdministratorInvitation(
                        row.getString("given_name"),
                        row.getString("family_name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("language"));
    }
}

package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.customer.CustomerRegister;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows from the files of moves where customers' certificates are. */
@Component
class FormerHomes {
    private final JdbcClient jdbc;
    private final CustomerRegister customers;

    FormerHomes(JdbcClient jdbc, CustomerRegister customers) {
        this.jdbc = jdbc;
        this.customers = customers;
    }

    /** Of each former CA the latest move that goes on or has been made; one that was left counts for nothing. */
    List<FormerHome> of(String acronym) {
        Map<String, FormerHome> latest = new LinkedHashMap<>();
        jdbc.sql("select m.order_number, m.former_authority, m.former_organisation, d.authority,"
                        + " d.organisation_id as organisation from dcs_migration m"
                        + " join service_order o on o.number = m.order_number"
                        + " join dcs_order d on d.order_number = m.order_number"
                        + " where o.acronym in (:acronyms) and o.state in ('open', 'completed')"
                        + " and m.former_organisation is not null order by o.opened_at, m.order_number")
                .param("acronyms", customers.acronyms(acronym))
                .query((row, index) -> new FormerHome(
                        row.getString("order_number"),
                        row.getString("former_authority"),
                        row.getString("former_organisation"),
                        row.getString("authority"),
                        row.getString("organisation")))
                .list()
                .forEach(home -> latest.put(home.formerAuthority(), home));
        return List.copyOf(latest.values());
    }

    /** Adapter of the CA that the customer of a file leaves; empty for files that are no move. */
    Optional<String> formerAuthority(String orderNumber) {
        return jdbc.sql("select former_authority from dcs_migration where order_number = ?")
                .param(orderNumber)
                .query(String.class)
                .optional();
    }
}

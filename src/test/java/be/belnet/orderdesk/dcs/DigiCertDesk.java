package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers had at DigiCert; customers are named by acronym. */
@TestComponent
public class DigiCertDesk {
    private static final AtomicLong IDS = new AtomicLong(900_000_000);

    private final CustomerRegister customers;

    DigiCertDesk(CustomerRegister customers) {
        this.customers = customers;
    }

    /** An organisation named as the customer, with these domains and a wildcard certificate for each. The CA's id. */
    public long organisation(String acronym, List<Domain> domains) {
        Organisation customer = customers.find(acronym).orElseThrow();
        return organisation(customer.legalName(), acronym, domains);
    }

    public long organisation(String name, String shortName, List<Domain> domains) {
        long id = IDS.incrementAndGet();
        LocalDate today = LocalDate.now();
        sandbox()
                .sql(
                        "insert into digicert_organization (id, status, name, assumed_name, display_name, address, zip, city,"
                                + " country, telephone, contact_email, container_id, validated_until, date_created)"
                                + " values (?, 'active', ?, ?, ?, 'Street 1', '1000', 'Brussels', 'be', '+32 2 000 00 00',"
                                + " 'pki@customer.example', 9001, ?, ?)")
                .params(id, name, shortName, name, today.plusDays(300), today.minusYears(2))
                .update();
        domains.forEach(domain -> domain(id, domain));
        return id;
    }

    private void domain(long organisation, Domain domain) {
        LocalDate today = LocalDate.now();
        sandbox()
                .sql("insert into digicert_domain (id, organization_id, name, active, date_created, dcv_method,"
                        + " validated_until) values (?, ?, ?, true, ?, 'email', ?)")
                .params(IDS.incrementAndGet(), organisation, domain.name(), today.minusYears(2), today.plusDays(100))
                .update();
        sandbox()
                .sql("insert into digicert_order (id, certificate_id, organization_id, names, status, date_created,"
                        + " valid_from, valid_till, order_valid_till, product, csr, user_email, has_duplicates, renewed,"
                        + " status_changed_at) values (?, ?, ?, ?, 'issued', ?, ?, ?, ?, 'WILDCARD', 'csr',"
                        + " 'pki@customer.example', false, false, current_timestamp)")
                .params(
                        IDS.incrementAndGet(),
                        IDS.incrementAndGet(),
                        organisation,
                        domain.wildcard().name(),
                        today.minusDays(100),
                        today.minusDays(100),
                        today.plusDays(200),
                        today.plusDays(200))
                .update();
    }

    private static JdbcClient sandbox() {
        return TestWorld.sandboxTables();
    }
}

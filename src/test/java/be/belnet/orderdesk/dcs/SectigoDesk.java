package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.customer.CustomerRegister;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;

/** What people at Sectigo decide on a customer's organisation, and what stands there; customers are named by acronym. */
@TestComponent
public class SectigoDesk {
    /** Where customers work, as the settings have it out of the box. */
    public static final String INTERFACE = "https://cert-manager.com/customer/belnet";

    private final Partners partners;
    private final CustomerRegister customers;
    private final ObjectMapper json;

    SectigoDesk(Partners partners, CustomerRegister customers, ObjectMapper json) {
        this.partners = partners;
        this.customers = customers;
        this.json = json;
    }

    public void validate(String acronym) {
        check("validated", acronym);
    }

    public void refuse(String acronym) {
        check("refused", acronym);
    }

    /** Removes the organisation: its domains are nobody's, its administrators have nothing to manage. */
    public void forget(String acronym) {
        var sandbox = TestWorld.sandboxTables();
        sandbox.sql(
                        "delete from sectigo_credential where org_id in (select id from sectigo_organisation where name = ?)")
                .param(legalName(acronym))
                .update();
        sandbox.sql("delete from sectigo_organisation where name = ?")
                .param(legalName(acronym))
                .update();
    }

    /** The customer adds the wildcard of a domain itself, and Belnet is to approve it. */
    public void addWildcard(String acronym, Domain domain) {
        var sandbox = TestWorld.sandboxTables();
        sandbox.sql("insert into sectigo_domain (name, created_at, active, order_status, email_confirmed)"
                        + " values (?, current_timestamp, true, 'NOT_INITIATED', false)")
                .param(domain.wildcard().name())
                .update();
        sandbox.sql("insert into sectigo_delegation (domain_id, org_id, cert_types, status)"
                        + " select d.id, o.id, 'SSL', 'REQUESTED'"
                        + " from sectigo_domain d, sectigo_organisation o where d.name = ? and o.name = ?")
                .params(domain.wildcard().name(), legalName(acronym))
                .update();
    }

    /** Sectigo gives up looking for the proof of a domain. */
    public void reject(Domain domain) {
        TestWorld.sandboxTables()
                .sql("update sectigo_domain set order_status = 'REJECTED', order_method = null, validated_at = null,"
                        + " next_check = null where name = ?")
                .param(domain.name())
                .update();
    }

    /** Sectigo takes no validation of a domain. */
    public void suspend(Domain domain) {
        activate(domain, false);
    }

    public void resume(Domain domain) {
        activate(domain, true);
    }

    /** A new validation of a domain counts for two years from now. */
    public void lengthen(Domain domain) {
        TestWorld.sandboxTables()
                .sql("update sectigo_domain set expires_at = ? where name = ? and order_status = 'NOT_INITIATED'")
                .params(
                        java.sql.Timestamp.from(java.time.Instant.now().plus(java.time.Duration.ofDays(730))),
                        domain.name())
                .update();
    }

    private static void activate(Domain domain, boolean active) {
        TestWorld.sandboxTables()
                .sql("update sectigo_domain set active = ? where name = ?")
                .params(active, domain.name())
                .update();
    }

    /** Legal name of the one organisation that a domain is delegated to. */
    public Optional<String> holder(Domain domain) {
        return TestWorld.sandboxTables()
                .sql("select o.name from sectigo_delegation g join sectigo_domain d on d.id = g.domain_id"
                        + " join sectigo_organisation o on o.id = g.org_id where d.name = ?")
                .param(domain.name())
                .query(String.class)
                .optional();
    }

    /** A domain that stands there and is no organisation's. */
    public void register(Domain domain) {
        TestWorld.sandboxTables()
                .sql("insert into sectigo_domain (name, active, created_at, order_status, email_confirmed)"
                        + " values (?, true, current_timestamp, 'NOT_INITIATED', false)")
                .param(domain.name())
                .update();
    }

    /** Whether the account of this address manages an organisation. */
    public boolean manages(String email) {
        return TestWorld.sandboxTables()
                        .sql("select count(*) from sectigo_credential c"
                                + " join sectigo_administrator a on a.id = c.administrator_id where a.email = ?")
                        .param(email)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What Sectigo knows the customer by, and its ledger. */
    public String legalName(String acronym) {
        return customers.find(acronym).orElseThrow().legalName();
    }

    private void check(String outcome, String acronym) {
        try {
            partners.have(
                    "/api/sectigo/%s-organisations".formatted(outcome),
                    json.writeValueAsString(Map.of("name", legalName(acronym))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

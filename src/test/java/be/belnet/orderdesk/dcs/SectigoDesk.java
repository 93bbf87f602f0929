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

    /** Legal name of the one organisation that a domain is delegated to. */
    public Optional<String> holder(Domain domain) {
        return TestWorld.sandboxTables()
                .sql("select o.name from sectigo_delegation g join sectigo_domain d on d.id = g.domain_id"
                        + " join sectigo_organisation o on o.id = g.org_id where d.name = ?")
                .param(domain.name())
                .query(String.class)
                .optional();
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

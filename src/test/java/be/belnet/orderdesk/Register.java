package be.belnet.orderdesk;

import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Puts customers of a test into the register, each a new one so that tests do not meet. */
@TestComponent
public class Register {
    private final JdbcClient jdbc;

    Register(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A customer of Belnet that may subscribe; its acronym. */
    public String university(String language) {
        return organisation("university", language, true);
    }

    /** @param type as the register names it */
    public String organisation(String type, String language, boolean belnetCustomer) {
        String acronym = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into customer_organisation (acronym_key, acronym, legal_name, type, language, street, postcode,"
                                + " city, country, account_manager, belnet_customer)"
                                + " values (?, ?, ?, ?, ?, 'Proefstraat 1', '1000', 'Brussel', 'BE', 'relations1', ?)")
                .params(acronym, acronym, "Organisation " + acronym, type, language, belnetCustomer)
                .update(key, "id");
        contact(key.getKey().longValue(), acronym, "signatory", language);
        contact(key.getKey().longValue(), acronym, "technical", language);
        return acronym;
    }

    /** Gives the organisation another acronym, and keeps the one it had as a former one; the new one. */
    public String rename(String acronym) {
        String renamed = "R" + acronym.substring(1);
        jdbc.sql("insert into customer_former_acronym (acronym_key, acronym, organisation_id)"
                        + " select acronym_key, acronym, id from customer_organisation where acronym = ?")
                .param(acronym)
                .update();
        jdbc.sql("update customer_organisation set acronym_key = ?, acronym = ? where acronym = ?")
                .params(renamed, renamed, acronym)
                .update();
        return renamed;
    }

    /** Addresses below it belong to the organisation. */
    public void giveMailDomain(String acronym, String domain) {
        jdbc.sql("insert into customer_mail_domain (organisation_id, domain, position)"
                        + " select id, ?, 0 from customer_organisation where acronym = ?")
                .params(domain, acronym)
                .update();
    }

    public void forgetContacts(String acronym) {
        jdbc.sql("delete from customer_contact where organisation_id ="
                        + " (select id from customer_organisation where acronym = ?)")
                .param(acronym)
                .update();
    }

    /** Some authorities know organisations by it alone. */
    public void giveEnterpriseNumber(String acronym) {
        jdbc.sql("update customer_organisation set enterprise_number = '0123456789' where acronym = ?")
                .param(acronym)
                .update();
    }

    private void contact(long organisation, String acronym, String role, String language) {
        String email = "%s@%s.example".formatted(role, acronym.toLowerCase(Locale.ROOT));
        jdbc.sql("insert into customer_contact (organisation_id, email_key, name, email, language, roles)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(organisation, email, "The " + role, email, language, role)
                .update();
    }
}

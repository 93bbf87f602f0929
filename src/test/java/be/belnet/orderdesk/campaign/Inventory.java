package be.belnet.orderdesk.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers in the register, and what they have at DigiCert. */
final class Inventory {
    private static final long FIRST_ID = 800_000_000;

    private final World world;
    private final Size size;

    Inventory(World world, Size size) {
        this.world = world;
        this.size = size;
    }

    /** Their acronyms. */
    List<String> make() {
        JdbcClient digicert = world.sandboxTables();
        return IntStream.rangeClosed(1, size.customers())
                .mapToObj("C%04d"::formatted)
                .peek(this::register)
                .peek(this::subscribe)
                .peek(acronym -> organisation(digicert, acronym))
                .toList();
    }

    private void register(String acronym) {
        world.database()
                .sql("with organisation as (insert into customer_organisation (acronym_key, acronym, legal_name, type,"
                        + " language, street, postcode, city, country, account_manager, belnet_customer)"
                        + " values (:key, :key, 'Organisation ' || :key, 'university', 'en', 'Street 1', '1000',"
                        + " 'Brussels', 'BE', 'relations1', true) returning id)"
                        + " insert into customer_contact (organisation_id, email_key, name, email, language, roles)"
                        + " select id, role || :email, 'The ' || role, role || :email, 'en', role"
                        + " from organisation, unnest(array['signatory', 'technical']) role")
                .param("key", acronym)
                .param("email", "@%s.example".formatted(acronym.toLowerCase(Locale.ROOT)))
                .update();
    }

    private void subscribe(String acronym) {
        world.database()
                .sql("insert into subscription (service, acronym, state, live, contract_number, contract_starts_on,"
                        + " activated_on) values ('DCS', ?, 'active', 1, ?, date '2024-03-01', date '2024-03-01')")
                .params(acronym, "C-" + acronym)
                .update();
    }

    private void organisation(JdbcClient digicert, String acronym) {
        LocalDate today = LocalDate.now();
        long id = FIRST_ID + Integer.parseInt(acronym.substring(1)) * 1000L;
        digicert.sql("insert into digicert_organization (id, status, name, assumed_name, display_name, address,"
                        + " zip, city, country, telephone, contact_email, container_id, validated_until,"
                        + " date_created) values (?, 'active', ?, ?, ?, 'Street 1', '1000', 'Brussels', 'be', '+32"
                        + " 2 000 00 00', 'pki@customer.example', 9001, ?, ?)")
                .params(id, "Organisation " + acronym, acronym, acronym, today.plusDays(300), today.minusYears(2))
                .update();
        for (int place = 0; place < size.domains(); place++) {
            domain(
                    digicert,
                    id,
                    id + 2L * place + 1,
                    "d%02d.%s.example".formatted(place, acronym.toLowerCase(Locale.ROOT)));
        }
    }

    private static void domain(JdbcClient digicert, long organisation, long id, String name) {
        LocalDate today = LocalDate.now();
        digicert.sql("insert into digicert_domain (id, organization_id, name, active, date_created, dcv_method,"
                        + " validated_until) values (?, ?, ?, true, ?, 'email', ?)")
                .params(id, organisation, name, today.minusYears(2), today.plusDays(100))
                .update();
        digicert.sql("insert into digicert_order (id, certificate_id, organization_id, names, status, date_created,"
                        + " valid_from, valid_till, order_valid_till, product, csr, user_email, has_duplicates, renewed,"
                        + " status_changed_at) values (?, ?, ?, ?, 'issued', ?, ?, ?, ?, 'WILDCARD', 'csr',"
                        + " 'pki@customer.example', false, false, current_timestamp)")
                .params(
                        id,
                        id + 1,
                        organisation,
                        "*." + name,
                        today.minusDays(100),
                        today.minusDays(100),
                        today.plusDays(200),
                        today.plusDays(200))
                .update();
    }
}

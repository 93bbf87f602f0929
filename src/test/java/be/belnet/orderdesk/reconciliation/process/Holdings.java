package be.belnet.orderdesk.reconciliation.process;

import be.belnet.orderdesk.TestWorld;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** What customers have by our rows, and what stands at partners, each written down by itself. */
@TestComponent
public class Holdings {
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 3, 1);

    private final JdbcClient jdbc;
    private final JdbcClient sandbox = TestWorld.sandboxTables();
    private int last;

    Holdings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A serial number that nobody has had. */
    public String serial() {
        return "FEVM"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(java.util.Locale.ROOT);
    }

    /** A subscription of mail security in use; its id. Serial and appliance may be null. */
    public long mailSecurity(String acronym, String serial, LocalDate licenceEnd, String appliance) {
        return insert("BAMS", acronym, serial, licenceEnd, appliance, null, null);
    }

    /** A subscription of certificates in use; its id. */
    public long certificates(String acronym, String authority, String organisation, String... domains) {
        long id = insert("DCS", acronym, null, null, null, authority, organisation);
        for (int place = 0; place < domains.length; place++) {
            jdbc.sql("insert into subscription_domain (subscription_id, position, domain) values (?, ?, ?)")
                    .params(id, place, domains[place])
                    .update();
        }
        return id;
    }

    /** It ended on a day, and nothing is to be done about it any more. */
    public void end(long subscription, LocalDate endsOn) {
        jdbc.sql("update subscription set state = 'terminated', live = null, ends_on = ? where id = ?")
                .params(endsOn, subscription)
                .update();
    }

    /** @param status PENDING, ACTIVE, STOPPED … */
    public void licence(String serial, LocalDate lastDay, String status) {
        sandbox.sql("insert into fortiflex_config (program_serial_number, name, status)"
                        + " select serial_number, ?, 'ACTIVE' from fortiflex_program where not exists"
                        + " (select 1 from fortiflex_config where name = ?) fetch first row only")
                .params("Nights", "Nights")
                .update();
        sandbox.sql(
                        "insert into fortiflex_entitlement (serial_number, config_id, description, start_date, end_date, status,"
                                + " folder_path) select ?, id, ?, ?, ?, ?, 'My Assets' from fortiflex_config where name = 'Nights'")
                .params(
                        serial,
                        "imported",
                        LONG_AGO.atStartOfDay(),
                        lastDay.plusDays(1).atStartOfDay(),
                        status)
                .update();
        sandbox.sql("insert into fortiflex_token (token, serial_number, status) values (?, ?, 'USED')")
                .params(UUID.randomUUID().toString().replace("-", "").substring(0, 20), serial)
                .update();
    }

    public String licenceStatus(String serial) {
        return sandbox.sql("select status from fortiflex_entitlement where serial_number = ?")
                .param(serial)
                .query(String.class)
                .single();
    }

    public void licenceEnd(String serial, LocalDate lastDay) {
        sandbox.sql("update fortiflex_entitlement set end_date = ? where serial_number = ?")
                .params(lastDay.plusDays(1).atStartOfDay(), serial)
                .update();
    }

    public void forgetLicence(String serial) {
        sandbox.sql("delete from fortiflex_token where serial_number = ?")
                .param(serial)
                .update();
        sandbox.sql("delete from fortiflex_entitlement where serial_number = ?")
                .param(serial)
                .update();
    }

    /** A product registered at FortiCare. */
    public void product(String serial, String description, LocalDate lastDay) {
        sandbox.sql("insert into forticare_product (serial_number, product_model, description, registration_date,"
                        + " support_until) values (?, 'FortiMail-VM', ?, ?, ?)")
                .params(
                        serial,
                        description,
                        LONG_AGO.atStartOfDay(),
                        lastDay.plusDays(1).atStartOfDay())
                .update();
    }

    public String productDescription(String serial) {
        return sandbox.sql("select description from forticare_product where serial_number = ?")
                .param(serial)
                .query(String.class)
                .single();
    }

    /**
     * A server of the cloud; its id.
     *
     * @param reference null for one that was not made by Orderdesk
     * @param status ACTIVE, SHUTOFF or ERROR
     */
    public String server(String reference, String status) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        sandbox.sql("insert into os_server (id, name, image_id, flavor_id, metadata, tags, files, config_drive, status,"
                        + " created_at, updated_at, binds_at, ready_at, bound) values (?, ?, ?, ?, '{}', ?, '[]', true, ?, ?,"
                        + " ?, ?, ?, true)")
                .params(
                        id,
                        "server-" + id,
                        uuid("fortimail-7.6"),
                        uuid("flavor bams-1"),
                        reference == null ? "" : "bams:" + reference,
                        status,
                        now,
                        now,
                        now,
                        now)
                .update();
        return id;
    }

    public void serverStatus(String id, String status) {
        sandbox.sql("update os_server set status = ? where id = ?")
                .params(status, id)
                .update();
    }

    public String serverStatus(String id) {
        return sandbox.sql("select status from os_server where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    public void forgetServer(String id) {
        sandbox.sql("delete from os_server where id = ?").param(id).update();
    }

    /** An organisation at Sectigo; its id. */
    public String organisation(String name) {
        var key = new GeneratedKeyHolder();
        sandbox.sql("insert into sectigo_organisation (name, details, created_at, validated_at)"
                        + " values (?, '{}', current_timestamp, current_timestamp)")
                .param(name)
                .update(key, "id");
        return key.getKey().toString();
    }

    public void forgetOrganisation(String id) {
        sandbox.sql("delete from sectigo_organisation where id = ?")
                .param(Integer.valueOf(id))
                .update();
    }

    /** A domain at Sectigo that an organisation may use. */
    public void delegate(String domain, String organisation) {
        sandbox.sql("insert into sectigo_domain (name, active, created_at, order_status, email_confirmed)"
                        + " values (?, true, current_timestamp, 'NOT_INITIATED', false)")
                .param(domain)
                .update();
        sandbox.sql("insert into sectigo_delegation (domain_id, org_id, cert_types, status)"
                        + " select id, ?, 'SSL', 'ACTIVE' from sectigo_domain where name = ?")
                .params(Integer.valueOf(organisation), domain)
                .update();
    }

    public void undelegate(String domain) {
        sandbox.sql("delete from sectigo_delegation where domain_id = (select id from sectigo_domain where name = ?)")
                .param(domain)
                .update();
    }

    public boolean isDelegated(String domain) {
        return sandbox.sql("select count(*) from sectigo_delegation g join sectigo_domain d on d.id = g.domain_id"
                                + " where d.name = ? and g.status = 'ACTIVE'")
                        .param(domain)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** An enterprise at HARICA with one domain; its id. */
    public String enterprise(String alias, String domain) {
        String id = UUID.randomUUID().toString();
        sandbox.sql("insert into harica_enterprise (id, alias, legal_name, enterprise_number, country, locality,"
                        + " created_at) values (?, ?, ?, '0123456789', 'BE', 'Brussel', current_timestamp)")
                .params(id, alias, "Organisation " + alias)
                .update();
        sandbox.sql("insert into harica_domain (id, enterprise_id, name, created_at)"
                        + " values (?, ?, ?, current_timestamp)")
                .params(UUID.randomUUID().toString(), id, domain)
                .update();
        return id;
    }

    /** Taken over from a file at this moment. */
    public void takeOver(long subscription, Instant at) {
        jdbc.sql("insert into subscription_event (subscription_id, happened_at, actor, kind, counts_from)"
                        + " values (?, ?, 'manager1', 'imported', ?)")
                .params(subscription, Timestamp.from(at), LONG_AGO)
                .update();
    }

    private long insert(
            String service,
            String acronym,
            String serial,
            LocalDate licenceEnd,
            String appliance,
            String authority,
            String organisation) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into subscription (service, acronym, state, live, contract_number, contract_starts_on,"
                        + " activated_on, licence_serial, licence_ends_on, appliance_id, authority, organisation_id)"
                        + " values (?, ?, 'active', 1, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        service,
                        acronym,
                        "N-%d-%s".formatted(++last, UUID.randomUUID().toString().substring(0, 6)),
                        LONG_AGO,
                        LONG_AGO,
                        serial,
                        licenceEnd,
                        appliance,
                        authority,
                        organisation))
                .update(key, "id");
        return key.getKey().longValue();
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

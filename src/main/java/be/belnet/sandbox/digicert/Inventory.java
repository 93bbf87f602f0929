package be.belnet.sandbox.digicert;

import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.world.Rows;
import be.belnet.sandbox.world.WorldPart;
import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What CertCentral knows. It begins with the sample's inventory, and changes only when certificates end early. */
@Component
class Inventory implements WorldPart {
    private static final Rows<Organization> ORGANIZATION_ROWS = Rows.of(Organization.class);
    static final String BY_DIGICERT = "DigiCert";
    static final String BY_CALLER = "caller";

    private final JdbcClient jdbc;
    private final SampleInventory sample;
    private final Ledger ledger;
    private final Clock clock;

    Inventory(JdbcClient jdbc, SampleInventory sample, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.sample = sample;
        this.ledger = ledger;
        this.clock = clock;
    }

    @PostConstruct
    void begin() {
        if (organizations().isEmpty()) {
            keepSample();
        }
    }

    @Override
    public void startAgain() {
        List.of("digicert_order", "digicert_domain", "digicert_organization")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        keepSample();
    }

    List<Organization> organizations() {
        return jdbc.sql("select * from digicert_organization order by id")
                .query(ORGANIZATION_ROWS)
                .list();
    }

    Optional<Organization> organization(long id) {
        return organizations().stream().filter(one -> one.id() == id).findFirst();
    }

    List<Domain> domains() {
        var organizations = organizationsById();
        return jdbc.sql("select * from digicert_domain order by id")
                .query((row, number) -> domain(row, organizations))
                .list();
    }

    Optional<Domain> domain(long id) {
        return domains().stream().filter(one -> one.id() == id).findFirst();
    }

    List<Order> orders() {
        var organizations = organizationsById();
        return jdbc.sql("select * from digicert_order order by id")
                .query((row, number) -> order(row, organizations))
                .list();
    }

    /** @param id of the order, or thumbprint or serial number of its certificate in any case */
    Optional<Order> order(String id) {
        return orders().stream()
                .filter(one -> id.equals(String.valueOf(one.id()))
                        || id.equalsIgnoreCase(one.thumbprint())
                        || id.equalsIgnoreCase(one.serialNumber()))
                .findFirst();
    }

    Optional<Order> ofCertificate(long id) {
        return orders().stream().filter(one -> one.certificateId() == id).findFirst();
    }

    /** Orders whose status changed then, both ends included. */
    List<Order> changedBetween(OffsetDateTime from, OffsetDateTime to) {
        return orders().stream()
                .filter(one -> !one.statusChangedAt().isBefore(from)
                        && !one.statusChangedAt().isAfter(to))
                .toList();
    }

    /** Ends a certificate before its time. Only one that a caller ended is an effect of a call. */
    @Transactional
    public void revoke(Order order, String by) {
        var revoked = jdbc.sql("update digicert_order set status = 'revoked', ended_by = ?, status_changed_at = ?"
                        + " where id = ? and status = 'issued'")
                .params(by, OffsetDateTime.now(clock), order.id())
                .update();
        if (revoked == 1) {
            ledger.effect(
                    DigiCertPartner.CODE,
                    by.equals(BY_CALLER) ? "certificate revoked" : "certificate ended early by DigiCert",
                    null,
                    String.valueOf(order.certificateId()));
        }
    }

    /** DigiCert ends all certificates that run, of these organisations. */
    @Transactional
    public void endRunning(Predicate<Organization> of) {
        var today = LocalDate.now(clock);
        orders().stream()
                .filter(one -> one.issued() && !one.validTill().isBefore(today))
                .filter(one -> of.test(one.organization()))
                .forEach(one -> revoke(one, BY_DIGICERT));
    }

    private void keepSample() {
        sample.organizations().forEach(this::keep);
        sample.domains().forEach(this::keep);
        sample.orders().forEach(this::keep);
    }

    private void keep(Organization one) {
        jdbc.sql(
                        "insert into digicert_organization values (:id, :status, :name, :assumedName, :displayName, :address,"
                                + " :zip, :city, :country, :telephone, :contactEmail, :containerId, :validatedUntil, :dateCreated)")
                .paramSource(one)
                .update();
    }

    private void keep(Domain one) {
        jdbc.sql("insert into digicert_domain values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        one.id(),
                        one.organization().id(),
                        one.name(),
                        one.active(),
                        one.dateCreated(),
                        one.dcvMethod(),
                        one.validatedUntil())
                .update();
    }

    private void keep(Order one) {
        jdbc.sql("insert into digicert_order values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        one.id(),
                        one.certificateId(),
                        one.organization().id(),
                        String.join(" ", one.names()),
                        one.status(),
                        one.dateCreated(),
                        one.validFrom(),
                        one.validTill(),
                        one.orderValidTill(),
                        one.serialNumber(),
                        one.thumbprint(),
                        one.product().name(),
                        one.csr(),
                        one.userEmail(),
                        one.hasDuplicates(),
                        one.renewed(),
                        one.statusChangedAt(),
                        one.endedBy())
                .update();
    }

    private Map<Long, Organization> organizationsById() {
        return organizations().stream().collect(Collectors.toMap(Organization::id, Function.identity()));
    }

    private static Domain domain(ResultSet row, Map<Long, Organization> organizations) throws SQLException {
        return new Domain(
                row.getLong("id"),
                organizations.get(row.getLong("organization_id")),
                row.getString("name"),
                row.getBoolean("active"),
                day(row, "date_created"),
                row.getString("dcv_method"),
                day(row, "validated_until"));
    }

    private static Order order(ResultSet row, Map<Long, Organization> organizations) throws SQLException {
        return new Order(
                row.getLong("id"),
                row.getLong("certificate_id"),
                organizations.get(row.getLong("organization_id")),
                List.of(row.getString("names").split(" ")),
                row.getString("status"),
                day(row, "date_created"),
                day(row, "valid_from"),
                day(row, "valid_till"),
                day(row, "order_valid_till"),
                row.getString("serial_number"),
                row.getString("thumbprint"),
                Product.valueOf(row.getString("product")),
                row.getString("csr"),
                row.getString("user_email"),
                row.getBoolean("has_duplicates"),
                row.getBoolean("renewed"),
                row.getObject("status_changed_at", OffsetDateTime.class),
                row.getString("ended_by"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}

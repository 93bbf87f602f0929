package be.belnet.sandbox.digicert;

import static be.belnet.sandbox.digicert.Json.object;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A certificate order with its primary certificate.
 *
 * @param certificateId beyond 2^31, as the real ones are by now
 * @param names all of the certificate, the common name first
 * @param validFrom null until it is issued, like the three after it
 * @param validTill last day of the certificate; ahead of {@code orderValidTill} in a plan of several years
 * @param endedBy who ended it before its time; null unless somebody did
 */
record Order(
        long id,
        long certificateId,
        Organization organization,
        List<String> names,
        String status,
        LocalDate dateCreated,
        LocalDate validFrom,
        LocalDate validTill,
        LocalDate orderValidTill,
        String serialNumber,
        String thumbprint,
        Product product,
        String csr,
        String userEmail,
        boolean hasDuplicates,
        boolean renewed,
        OffsetDateTime statusChangedAt,
        String endedBy) {

    static final String ISSUED = "issued";
    static final String REVOKED = "revoked";

    String commonName() {
        return names.get(0);
    }

    boolean issued() {
        return status.equals(ISSUED);
    }

    /** As lists show it. */
    Map<String, Object> entry(LocalDate today) {
        return object(
                "id",
                id,
                "certificate",
                certificate(today),
                "status",
                status,
                "is_renewed",
                renewed,
                "date_created",
                Dates.moment(dateCreated),
                "organization",
                organization.nestedInOrder(),
                "validity_years",
                product.years(),
                "disable_renewal_notifications",
                false,
                "container",
                object("id", organization.containerId(), "name", organization.displayName()),
                "product",
                object("name_id", product.nameId(), "name", product.title(), "type", product.type()),
                "has_duplicates",
                hasDuplicates,
                "duplicates_count",
                hasDuplicates ? 1 : 0,
                "product_name_id",
                product.nameId(),
                "price",
                0,
                "order_valid_till",
                text(orderValidTill),
                "number_of_sans",
                names.size() - 1,
                "is_multi_year_plan",
                product.years() > 1 ? "1" : "0",
                "custom_fields",
                List.of());
    }

    Map<String, Object> details(LocalDate today) {
        var details = entry(today);
        var certificate = certificate(today);
        certificate.put("csr", csr);
        certificate.put("organization", object("id", organization.id()));
        certificate.put("organization_units", List.of());
        certificate.put("server_platform", object("id", -1, "name", "OTHER"));
        certificate.put("key_size", 256);
        certificate.put("ca_cert", object("id", "TERENA3", "name", "TERENA SSL CA 3"));
        if (issued() || status.equals(REVOKED)) {
            certificate.put("thumbprint", thumbprint);
            certificate.put("date_issued", Dates.moment(validFrom));
        }
        details.put("certificate", certificate);
        details.put("organization_contact", person());
        details.put("technical_contact", person());
        details.put("user", user());
        details.put("additional_emails", List.of("security@" + userEmail.substring(userEmail.indexOf('@') + 1)));
        details.put("requests", List.of());
        details.put("notes", List.of());
        details.put("dcv_method", "email");
        return details;
    }

    Map<String, Object> statusChange() {
        return object("order_id", id, "certificate_id", certificateId, "status", status);
    }

    private Map<String, Object> certificate(LocalDate today) {
        return object(
                "id",
                certificateId,
                "common_name",
                commonName(),
                "dns_names",
                names,
                "valid_from",
                text(validFrom),
                "valid_till",
                text(validTill),
                "days_remaining",
                validTill == null ? null : ChronoUnit.DAYS.between(today, validTill),
                "serial_number",
                serialNumber,
                "signature_hash",
                "sha256");
    }

    private Map<String, Object> person() {
        return object("first_name", "Certificate", "last_name", "Administrator", "email", userEmail);
    }

    private Map<String, Object> user() {
        var user = object("id", organization.id() + 1);
        user.putAll(person());
        return user;
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}

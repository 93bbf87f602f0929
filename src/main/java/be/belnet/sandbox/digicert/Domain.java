package be.belnet.sandbox.digicert;

import static be.belnet.sandbox.digicert.Json.object;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A domain of an organisation. Wildcards are no domains here: they stand in orders alone.
 *
 * @param dcvMethod {@code email}, {@code dns-txt-token}, {@code dns-cname-token} or {@code http-token}
 * @param validatedUntil last day of its DCV; null when it never was validated
 */
record Domain(
        long id,
        Organization organization,
        String name,
        boolean active,
        LocalDate dateCreated,
        String dcvMethod,
        LocalDate validatedUntil) {

    /** Days that a validation of those years lasted. */
    static final int REUSE_DAYS = 825;

    /** As lists show it, with what was asked for besides. */
    Map<String, Object> entry(boolean withExpiration, boolean withValidation, LocalDate today) {
        return object(
                "id",
                id,
                "is_active",
                active,
                "name",
                name,
                "date_created",
                Dates.moment(dateCreated),
                "last_submitted_datetime",
                Dates.moment(dateCreated),
                "dcv_approval_datetime",
                approved() == null ? null : Dates.moment(approved()),
                "organization",
                organization.nestedInDomain(),
                "validations",
                withValidation ? validations(today) : null,
                "dcv_method",
                dcvMethod,
                "dcv_expiration",
                withExpiration ? expiration() : null,
                "container",
                organization.container());
    }

    Map<String, Object> details(boolean withDcv, boolean withValidation, LocalDate today) {
        var details = entry(true, withValidation, today);
        details.put("status", state(today));
        if (withDcv) {
            details.put("dcv", object("method", dcvMethod, "name_scope", name, "dcv_invitations", List.of()));
        }
        if (validatedUntil != null) {
            details.put("dcv_expiration_datetime", Dates.moment(validatedUntil));
        }
        return details;
    }

    String state(LocalDate today) {
        if (validatedUntil == null) {
            return "pending";
        }
        return validatedUntil.isBefore(today) ? "expired" : "active";
    }

    private LocalDate approved() {
        return validatedUntil == null ? null : validatedUntil.minusDays(REUSE_DAYS);
    }

    private Map<String, Object> expiration() {
        return validatedUntil == null
                ? object()
                : object("ov", validatedUntil.toString(), "ev", validatedUntil.toString());
    }

    private List<Object> validations(LocalDate today) {
        return List.of(object(
                "type",
                "ov",
                "name",
                "OV",
                "description",
                "Normal Organization Validation",
                "date_created",
                Dates.moment(dateCreated),
                "validated_until",
                validatedUntil == null ? null : Dates.moment(validatedUntil),
                "status",
                state(today)));
    }
}

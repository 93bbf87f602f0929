package be.belnet.sandbox.sectigo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports: whole inventories in one answer, in words of their own. */
@RestController
@RequestMapping("/sectigo/api/report/v1")
class ReportController {

    private static final List<String> STATUSES =
            List.of("", Certificate.REQUESTED, Certificate.ISSUED, Certificate.REVOKED, Certificate.EXPIRED);

    private final Scm scm;
    private final Domains domains;
    private final Validations validations;
    private final Certificates certificates;
    private final Organisations organisations;

    ReportController(
            Scm scm, Domains domains, Validations validations, Certificates certificates, Organisations organisations) {
        this.scm = scm;
        this.domains = domains;
        this.validations = validations;
        this.certificates = certificates;
        this.organisations = organisations;
    }

    @PostMapping("/ssl-certificates")
    Map<String, Object> certificates(@RequestBody(required = false) String body) {
        var request = Fields.parse(body);
        if (request.isEmpty()) {
            throw SectigoError.invalid("request body");
        }
        return scm.now(() -> report(certificates.all().stream()
                .filter(one -> fits(request, one))
                .map(this::row)
                .toList()));
    }

    @PostMapping("/domains")
    Map<String, Object> domains(@RequestBody(required = false) String body) {
        Fields.parse(body);
        return scm.now(() -> report(domains.all().stream().map(this::row).toList()));
    }

    private static Map<String, Object> report(List<Map<String, Object>> rows) {
        return Reply.of("statusCode", 0, "reports", rows);
    }

    private static boolean fits(Fields request, Certificate one) {
        var status = STATUSES.get(request.optionalNumber("certificateStatus")
                .filter(number -> number < STATUSES.size() && number >= 0)
                .orElse(0));
        var organisations = request.numbers("organizationIds");
        return (status.isEmpty() || one.is(status))
                && (organisations.isEmpty() || organisations.contains(one.orgId()))
                && between(
                        request,
                        date(request.optionalNumber("certificateDateAttribute").orElse(4), one));
    }

    private static Instant date(int attribute, Certificate one) {
        return switch (attribute) {
            case 2 -> one.revokedAt();
            case 3 -> one.expiresAt();
            case 4 -> one.requestedAt();
            case 5 -> one.issuedAt();
            default -> throw SectigoError.invalid("certificateDateAttribute");
        };
    }

    private static boolean between(Fields request, Instant date) {
        var from = moment(request, "from");
        var to = moment(request, "to");
        return (from.isEmpty() || date != null && !date.isBefore(from.get()))
                && (to.isEmpty() || date != null && date.isBefore(to.get()));
    }

    /** A day or a date-time; of a day, its beginning. */
    private static Optional<Instant> moment(Fields request, String field) {
        return request.optionalText(field, 40).filter(text -> !text.isBlank()).map(text -> {
            try {
                return text.length() == "2026-01-31".length()
                        ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                        : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException unreadable) {
                throw SectigoError.invalid(field);
            }
        });
    }

    private Map<String, Object> row(Certificate one) {
        return Reply.of(
                "id", one.id(),
                "typeId", one.profileId(),
                "type", Profile.find(one.profileId()).map(Profile::name).orElse(null),
                "term", one.term(),
                "commonName", one.commonName(),
                "subjAltNames", String.join("; ", one.nameList()),
                "status", one.status(),
                "orgId", one.orgId(),
                "organizationName",
                        organisations.find(one.orgId()).map(Organisation::name).orElse(null),
                "requested", DateStyle.stamp(one.requestedAt()),
                "issued", DateStyle.stamp(one.issuedAt()),
                "expires", DateStyle.stamp(one.expiresAt()),
                "revoked", DateStyle.stamp(one.revokedAt()),
                "serialNumber", one.serialNumber());
    }

    private Map<String, Object> row(DomainEntry one) {
        var validation = validations.of(one);
        return Reply.of(
                "id", one.id(),
                "name", one.name(),
                "status", one.active() ? "Active" : "Suspended",
                "requested", DateStyle.stamp(one.createdAt()),
                "dcvStatus", word(one, validation),
                "stickyUntil", DateStyle.stamp(validation.expiresAt()));
    }

    /** Not those of the other calls. */
    private static String word(DomainEntry one, Validation validation) {
        return switch (validation.status()) {
            case Validation.VALIDATED -> "Validated";
            case Validation.EXPIRED -> "Expired";
            default -> one.orderStatus().equals(Validation.NOT_INITIATED) ? "Not Initiated" : "Action Required";
        };
    }
}

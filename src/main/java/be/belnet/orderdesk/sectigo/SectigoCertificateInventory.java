package be.belnet.orderdesk.sectigo;

import static be.belnet.orderdesk.sectigo.CertificateManager.constant;
import static be.belnet.orderdesk.sectigo.CertificateManager.day;
import static be.belnet.orderdesk.sectigo.CertificateManager.number;

import be.belnet.orderdesk.dcs.AuthorityTime;
import be.belnet.orderdesk.dcs.CertificateInventory;
import be.belnet.orderdesk.dcs.FormerCertificate;
import be.belnet.orderdesk.dcs.FormerCertificate.Status;
import be.belnet.orderdesk.dcs.FormerDomain;
import be.belnet.orderdesk.dcs.FormerOrganisation;
import be.belnet.orderdesk.sectigo.CertificateManager.CertificateRow;
import be.belnet.orderdesk.sectigo.CertificateManager.DomainName;
import be.belnet.orderdesk.sectigo.CertificateManager.DomainRow;
import be.belnet.orderdesk.sectigo.CertificateManager.Organisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What customers have in Certificate Manager. Its wildcard entries are no domains of their own. */
class SectigoCertificateInventory implements CertificateInventory {
    private static final String WILDCARD = "*.";

    private final CertificateManager scm;
    private final Clock clock;

    SectigoCertificateInventory(CertificateManager scm, Clock clock) {
        this.scm = scm;
        this.clock = clock;
    }

    @Override
    public String name() {
        return CertificateManagerApi.NAME;
    }

    /** Without short names: the list has legal names alone, and each alias would take a call. */
    @Override
    public List<FormerOrganisation> organisations() {
        return scm.organisations().stream()
                .map(SectigoCertificateInventory::organisation)
                .toList();
    }

    @Override
    public List<FormerDomain> domains(String organisationId) {
        int organisation = number(organisationId);
        Set<String> active = bases(scm.domains(organisation, "active"));
        Set<String> all = new LinkedHashSet<>(active);
        all.addAll(bases(scm.domains(organisation, "inactive")));
        Map<String, LocalDate> validatedUntil = validatedUntil(scm.rowsOf(organisation));
        return all.stream()
                .map(name -> new FormerDomain(name, active.contains(name), validatedUntil.get(name)))
                .toList();
    }

    @Override
    public List<FormerCertificate> certificates(String organisationId) {
        LocalDate tomorrow = AuthorityTime.today(clock).plusDays(1);
        return scm.certificates(number(organisationId), tomorrow).stream()
                .map(this::certificate)
                .toList();
    }

    private static FormerOrganisation organisation(Organisation one) {
        return new FormerOrganisation(String.valueOf(one.id()), one.name(), null, true);
    }

    private static Set<String> bases(List<DomainName> domains) {
        return domains.stream().map(one -> base(one.name())).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A wildcard has the validation of its base. */
    private static Map<String, LocalDate> validatedUntil(List<DomainRow> rows) {
        Map<String, LocalDate> until = new HashMap<>();
        rows.forEach(row -> day(row.expirationDate())
                .ifPresent(day -> until.merge(base(row.domain()), day, SectigoCertificateInventory::later)));
        return until;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static String base(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(WILDCARD) ? lower.substring(WILDCARD.length()) : lower;
    }

    private FormerCertificate certificate(CertificateRow row) {
        LocalDate last = day(row.expires()).orElse(null);
        return new FormerCertificate(
                row.id() == null ? row.serialNumber() : row.id(), names(row), status(row, last), last, false);
    }

    private static List<String> names(CertificateRow row) {
        return Stream.concat(Stream.ofNullable(row.commonName()), others(row.subjAltNames()))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Seen as one text with commas, and as an array. */
    private static Stream<String> others(JsonNode names) {
        if (names == null) {
            return Stream.empty();
        }
        return names.isArray()
                ? StreamSupport.stream(names.spliterator(), false).map(JsonNode::asText)
                : Arrays.stream(names.asText("").split("[,;]"));
    }

    /** What was replaced may have been revoked with it or not: nobody says. */
    private Status status(CertificateRow row, LocalDate last) {
        return switch (String.valueOf(constant(row.status()))) {
            case "ISSUED" -> byExpiry(last);
            case "EXPIRED" -> Status.EXPIRED;
            case "REVOKED" -> Status.REVOKED;
            case "REQUESTED", "APPROVED", "SAAPPROVED", "SA_APPROVED", "APPLIED", "INIT" -> Status.PENDING;
            case "DECLINED", "REJECTED", "INVALID" -> Status.NOT_ISSUED;
            default -> Status.UNKNOWN;
        };
    }

    private Status byExpiry(LocalDate last) {
        if (last == null) {
            return Status.UNKNOWN;
        }
        return last.isBefore(AuthorityTime.today(clock)) ? Status.EXPIRED : Status.VALID;
    }
}

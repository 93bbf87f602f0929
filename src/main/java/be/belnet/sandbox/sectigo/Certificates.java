package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.world.Rows;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Certificates of servers: sectigo-scm.md, section 7. They are issued some time after they were approved. */
class Certificates {
    private static final Rows<Certificate> CERTIFICATE_ROWS = Rows.of(Certificate.class);

    private static final int LONGEST_CSR = 32_767;
    private static final int LONGEST_REASON = 512;
    private static final int LONGEST_COMMENT = 1024;
    private static final int UNSPECIFIED = 0;
    private static final Set<Integer> REASONS = Set.of(UNSPECIFIED, 1, 3, 4, 5);

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Domains domains;
    private final Validations validations;
    private final Authority authority;
    private final Ledger ledger;
    private final SectigoSettings settings;

    Certificates(
            JdbcClient jdbc,
            Organisations organisations,
            Domains domains,
            Validations validations,
            Authority authority,
            Ledger ledger,
            SectigoSettings settings) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.domains = domains;
        this.validations = validations;
        this.authority = authority;
        this.ledger = ledger;
        this.settings = settings;
    }

    List<Certificate> all() {
        return jdbc.sql("select * from sectigo_certificate order by id")
                .query(CERTIFICATE_ROWS)
                .list();
    }

    Certificate get(int id) {
        var found = jdbc.sql("select * from sectigo_certificate where id = ?")
                .param(id)
                .query(CERTIFICATE_ROWS)
                .optional()
                .orElseThrow(() -> SectigoError.refused(-124, "Wrong SSL id"));
        ledger.about(found.reference());
        return found;
    }

    Certificate get(String serialNumber) {
        return jdbc.sql("select id from sectigo_certificate where serial_number = ?")
                .param(Certificate.plainSerial(serialNumber))
                .query(Integer.class)
                .optional()
                .map(this::get)
                .orElseThrow(() -> SectigoError.refused(-124, "Wrong serial number"));
    }

    /** Whether certificates that are ordered or valid name this domain or one below it. */
    boolean use(String domain) {
        var plain = domain.replace(DomainEntry.WILDCARD, "");
        return all().stream()
                .filter(Certificate::inUse)
                .flatMap(one -> one.nameList().stream())
                .anyMatch(name -> name.equals(plain) || name.endsWith("." + plain));
    }

    Certificate enrol(Fields request) {
        var comments = request.optionalText("comments", LONGEST_COMMENT).filter(text -> !text.isBlank());
        comments.ifPresent(ledger::about);
        var organisation = organisations.named(request.number("orgId"));
        var profile = Profile.find(request.number("certType"))
                .orElseThrow(() -> SectigoError.refused(-39, "Certificate profile id is unknown"));
        var term = request.number("term");
        if (!profile.terms().contains(term)) {
            throw SectigoError.refused(-36, "Term is not valid for the profile");
        }
        var csr = request.text("csr", LONGEST_CSR);
        var names = names(CertificateRequest.parse(csr), listed(request));
        requireCustomFields(request);
        requireValidated(organisation, names);
        return keep(
                organisation.id(),
                profile.id(),
                term,
                csr,
                names,
                comments.orElse(null),
                request.optionalText("externalRequester", LONGEST_REASON).orElse(null),
                request.array("customFields"));
    }

    Certificate renew(Certificate old) {
        requireValidated(organisations.named(old.orgId()), old.nameList());
        return keep(
                old.orgId(),
                old.profileId(),
                old.term(),
                old.csr(),
                old.nameList(),
                old.comments(),
                old.externalRequester(),
                old.customFields());
    }

    void replace(Certificate old, Fields request) {
        require(old, Certificate.ISSUED, -1112);
        request.text("reason", LONGEST_REASON);
        var csr = request.text("csr", LONGEST_CSR);
        var asked = request.texts("subjectAlternativeNames");
        var names = names(CertificateRequest.parse(csr), asked.isEmpty() ? old.nameList() : asked);
        requireValidated(organisations.named(old.orgId()), names);
        jdbc.sql("update sectigo_certificate set csr = ?, common_name = ?, names = ?, status = ?, ready_at = ?,"
                        + " certificate = null where id = ?")
                .params(csr, names.get(0), String.join(",", names), Certificate.APPLIED, ready(), old.id())
                .update();
        count("certificate replaced", old);
    }

    void approve(Certificate certificate, Fields request) {
        decide(certificate, request);
        jdbc.sql("update sectigo_certificate set status = ?, approved_at = ?, ready_at = ? where id = ?")
                .params(Certificate.APPLIED, Instant.now(), ready(), certificate.id())
                .update();
        count("certificate approved", certificate);
    }

    void decline(Certificate certificate, Fields request) {
        decide(certificate, request);
        status(certificate, Certificate.DECLINED);
        count("certificate declined", certificate);
    }

    /** Many clients say why in words alone. */
    void revoke(Certificate certificate, Fields request) {
        if (!REASONS.contains(request.optionalNumber("reasonCode").orElse(UNSPECIFIED))) {
            throw SectigoError.invalid("reasonCode");
        }
        request.text("reason", LONGEST_REASON);
        if (certificate.is(Certificate.REVOKED)) {
            throw SectigoError.refused(-110, "Certificate is revoked already");
        }
        require(certificate, Certificate.ISSUED, -102);
        jdbc.sql("update sectigo_certificate set status = ?, revoked_at = ? where id = ?")
                .params(Certificate.REVOKED, Instant.now(), certificate.id())
                .update();
        count("certificate revoked", certificate);
    }

    void letTimePass(Instant now) {
        jdbc.sql("select * from sectigo_certificate where status = ? and ready_at <= ? order by ready_at, id")
                .params(Certificate.APPLIED, now)
                .query(CERTIFICATE_ROWS)
                .list()
                .forEach(one -> issue(one, now));
        jdbc.sql("update sectigo_certificate set status = ? where status = ? and expires_at <= ?")
                .params(Certificate.EXPIRED, Certificate.ISSUED, now)
                .update();
    }

    private void issue(Certificate one, Instant now) {
        var organisation = organisations.named(one.orgId());
        var owner = organisation.department() ? organisations.get(organisation.parentId()) : organisation;
        var until = now.plus(Duration.ofDays(one.term()));
        var issued = authority.issue(
                CertificateRequest.parse(one.csr()).key(),
                owner.name(),
                String.valueOf(organisations.details(owner).get("country")),
                one.nameList(),
                until);
        jdbc.sql("update sectigo_certificate set status = ?, issued_at = ?, expires_at = ?, serial_number = ?,"
                        + " certificate = ? where id = ?")
                .params(
                        Certificate.ISSUED,
                        now,
                        issued.getNotAfter().toInstant(),
                        issued.getSerialNumber().toString(16).toUpperCase(Locale.ROOT),
                        base64(issued),
                        one.id())
                .update();
        count("certificate issued", one);
    }

    private Certificate keep(
            int organisation,
            int profile,
            int term,
            String csr,
            List<String> names,
            String comments,
            String externalRequester,
            String customFields) {
        var caller = Caller.current();
        var now = Instant.now();
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into sectigo_certificate (org_id, profile_id, term, csr, common_name, names, comments,"
                        + " requester, external_requester, custom_fields, renew_id, status, requested_at, approved_at,"
                        + " ready_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        organisation,
                        profile,
                        term,
                        csr,
                        names.get(0),
                        String.join(",", names),
                        comments,
                        caller.login(),
                        externalRequester,
                        customFields,
                        UUID.randomUUID().toString().replace("-", ""),
                        caller.network() ? Certificate.APPLIED : Certificate.REQUESTED,
                        now,
                        caller.network() ? now : null,
                        caller.network() ? ready() : null)
                .update(keys, "id");
        var kept = get(keys.getKeyAs(Integer.class));
        count("certificate ordered", kept);
        return kept;
    }

    private void decide(Certificate certificate, Fields request) {
        Caller.requireNetwork();
        request.text("message", LONGEST_REASON);
        require(certificate, Certificate.REQUESTED, -1112);
    }

    private static void require(Certificate certificate, String status, int code) {
        if (!certificate.is(status)) {
            throw SectigoError.refused(code, "Certificate is not in state " + status);
        }
    }

    private void status(Certificate certificate, String status) {
        jdbc.sql("update sectigo_certificate set status = ? where id = ?")
                .params(status, certificate.id())
                .update();
    }

    private Instant ready() {
        return Instant.now().plus(settings.issueTime());
    }

    private void count(String effect, Certificate one) {
        ledger.effect(SectigoPartner.CODE, effect, one.reference(), String.valueOf(one.id()));
    }

    private void requireCustomFields(Fields request) {
        var given = request.objects("customFields").stream()
                .map(field -> field.text("name", LONGEST_COMMENT))
                .toList();
        settings.mandatoryCustomFields().stream()
                .filter(name -> !given.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw SectigoError.refused(-62, "Mandatory custom field is missing: " + name);
                });
    }

    private void requireValidated(Organisation organisation, List<String> names) {
        if (!organisations.validated(organisation)) {
            throw SectigoError.refused(-843, "Organization is not validated for this certificate type");
        }
        names.stream().filter(name -> !covered(organisation, name)).findFirst().ifPresent(name -> {
            throw SectigoError.refused(-107, "DCV is missing or expired for " + name);
        });
    }

    /** A name is had by an entry of its own, or by one with a wildcard above it. */
    private boolean covered(Organisation organisation, String name) {
        var wildcards = Stream.iterate(parent(name), one -> one.indexOf('.') > 0, Certificates::parent)
                .map(parent -> DomainEntry.WILDCARD + parent);
        return Stream.concat(Stream.of(name), wildcards)
                .flatMap(entry -> domains.find(entry).stream())
                .filter(entry -> entry.active() && delegated(organisation, entry))
                .anyMatch(this::validated);
    }

    private boolean delegated(Organisation organisation, DomainEntry entry) {
        return domains.delegations(entry.id()).stream()
                .filter(one -> one.active() && one.types().contains("SSL"))
                .anyMatch(one -> one.orgId() == organisation.id()
                        || organisation.department() && one.orgId() == organisation.parentId());
    }

    /** An entry with a wildcard may lag behind its domain without being in the way. */
    private boolean validated(DomainEntry entry) {
        return validations.of(entry).valid() || entry.wildcard() && ownerValidated(entry);
    }

    private boolean ownerValidated(DomainEntry wildcard) {
        return domains.find(parent(wildcard.name()))
                .map(domain -> Validation.own(domain, Instant.now()))
                .filter(validation -> validation.valid() && validation.method().inherited())
                .isPresent();
    }

    private static List<String> listed(Fields request) {
        return request.optionalText("subjAltNames", LONGEST_CSR)
                .map(names -> List.of(names.split(",")))
                .orElse(List.of());
    }

    private static List<String> names(CertificateRequest request, List<String> others) {
        var names = Stream.concat(request.commonName().stream(), others.stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            throw SectigoError.missing("subjAltNames");
        }
        return names;
    }

    private static String parent(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

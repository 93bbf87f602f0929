package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.faults.LookUps;
import com.fasterxml.jackson.databind.util.RawValue;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Certificates: sectigo-scm.md, section 7. */
@RestController
@RequestMapping({"/sectigo/api/ssl/v1", "/sectigo/api/ssl/v2"})
class CertificateController {

    private static final String USUAL_FORMAT = "base64";

    private final Scm scm;
    private final Certificates certificates;
    private final Authority authority;
    private final SectigoSettings settings;
    private final LookUps lookUps;

    CertificateController(
            Scm scm, Certificates certificates, Authority authority, SectigoSettings settings, LookUps lookUps) {
        this.scm = scm;
        this.certificates = certificates;
        this.authority = authority;
        this.settings = settings;
        this.lookUps = lookUps;
    }

    @GetMapping("/types")
    List<Map<String, Object>> types() {
        return Profile.ALL.stream().map(Profile::shown).toList();
    }

    @GetMapping("/customFields")
    List<Map<String, Object>> customFields() {
        return settings.mandatoryCustomFields().stream()
                .map(name -> Reply.of(
                        "id", settings.mandatoryCustomFields().indexOf(name) + 1, "name", name, "mandatory", true))
                .toList();
    }

    @PostMapping("/enroll")
    Map<String, Object> enrol(@RequestBody(required = false) String body) {
        return scm.now(() -> {
            var ordered = certificates.enrol(Fields.parse(body));
            return Reply.of("sslId", ordered.id(), "renewId", ordered.renewId());
        });
    }

    @GetMapping("/collect/{id}")
    ResponseEntity<byte[]> collect(@PathVariable int id, @RequestParam(required = false) String format) {
        return collected(id, format == null || format.isBlank() ? USUAL_FORMAT : format);
    }

    @GetMapping("/collect/{id}/{format}")
    ResponseEntity<byte[]> collected(@PathVariable int id, @PathVariable String format) {
        var content = scm.now(() -> {
            var certificate = certificates.get(id);
            if (certificate.certificate() == null) {
                throw notThere(certificate);
            }
            return new Collected(certificate.issued(), authority.chain()).in(format);
        });
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/octet-stream;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"certificate-" + id + "\"")
                .body(content);
    }

    /** Clients go on waiting by this code and these words. */
    private static SectigoError notThere(Certificate one) {
        return switch (one.status()) {
            case Certificate.APPLIED -> SectigoError.refused(0, "Being processed by Sectigo");
            case Certificate.REQUESTED -> SectigoError.refused(-183, "Certificate is not collectable.");
            default -> SectigoError.refused(-1112, "Certificate is in state " + one.status());
        };
    }

    @GetMapping
    ResponseEntity<List<Map<String, Object>>> list(@RequestParam Map<String, String> parameters) {
        var query = new Query(parameters);
        return scm.now(
                () -> query.page(lookUps.shown(found(query), Certificate::requestedAt, Certificate::twin).stream()
                        .map(one -> Reply.of(
                                "sslId", one.id(),
                                "commonName", one.commonName(),
                                "subjectAlternativeNames", one.nameList(),
                                "serialNumber", one.serialBytes()))
                        .toList()));
    }

    @GetMapping("/{id}")
    Map<String, Object> details(@PathVariable int id, @RequestParam Map<String, String> parameters) {
        return scm.now(() -> details(certificates.get(id), new Query(parameters).dates(DateStyle.US)));
    }

    @GetMapping("/{id}/dcv")
    List<Map<String, Object>> validation(@PathVariable int id) {
        return scm.now(() -> certificates.get(id).nameList().stream()
                .map(name -> Reply.of("domain", name, "status", "VALIDATED"))
                .toList());
    }

    /** Names were validated before the order, so there is nothing to look at anew. */
    @PostMapping("/{id}/dcv/recheck")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void recheck(@PathVariable int id) {
        scm.run(() -> certificates.get(id));
    }

    @PostMapping("/approve/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(@PathVariable int id, @RequestBody(required = false) String body) {
        on(id, body, certificates::approve);
    }

    @PostMapping("/decline/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable int id, @RequestBody(required = false) String body) {
        on(id, body, certificates::decline);
    }

    /** Whatever the body says: one client sends an empty JSON text. */
    @PostMapping("/renewById/{id}")
    Map<String, Object> renew(@PathVariable int id) {
        return scm.now(
                () -> Reply.of("sslId", certificates.renew(certificates.get(id)).id()));
    }

    @PostMapping("/replace/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replace(@PathVariable int id, @RequestBody(required = false) String body) {
        on(id, body, certificates::replace);
    }

    @PostMapping("/revoke/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable int id, @RequestBody(required = false) String body) {
        on(id, body, certificates::revoke);
    }

    @PostMapping("/revoke/serial/{serialNumber}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String serialNumber, @RequestBody(required = false) String body) {
        scm.run(() -> certificates.revoke(certificates.get(serialNumber), Fields.parse(body)));
    }

    private void on(int id, String body, BiConsumer<Certificate, Fields> change) {
        scm.run(() -> change.accept(certificates.get(id), Fields.parse(body)));
    }

    private List<Certificate> found(Query query) {
        return certificates.all().stream()
                .filter(one -> query.isIn("commonName", one.commonName()))
                .filter(one -> query.isIn("subjectAlternativeName", one.names()))
                .filter(one -> query.is("status", one.status()))
                .filter(one -> query.is("sslTypeId", one.profileId()))
                .filter(one -> query.is("orgId", one.orgId()))
                .filter(one -> query.text("serialNumber").map(one::hasSerial).orElse(true))
                .filter(one -> query.isIn("requester", one.requester()))
                .filter(one -> query.isIn("externalRequester", one.externalRequester()))
                .filter(one -> query.isIn("issuer", issuer(one)))
                .toList();
    }

    private static String issuer(Certificate one) {
        return one.certificate() == null
                ? null
                : one.issued().getIssuerX500Principal().getName();
    }

    private Map<String, Object> details(Certificate one, DateStyle dates) {
        return Reply.of(
                "id", one.id(),
                "sslId", one.id(),
                "orgId", one.orgId(),
                "status", one.status(),
                "commonName", one.commonName(),
                "backendCertId", String.valueOf(800_000_000 + one.id()),
                "orderNumber", 800_000_000 + one.id(),
                "vendor", "Sectigo",
                "certType", Profile.find(one.profileId()).map(Profile::shown).orElse(null),
                "validationType", "OV",
                "term", one.term(),
                "requester", one.requester(),
                "externalRequester", one.externalRequester(),
                "comments", one.comments(),
                "requested", dates.write(one.requestedAt()),
                "approved", dates.write(one.approvedAt()),
                "issued", dates.write(one.issuedAt()),
                "expires", dates.write(one.expiresAt()),
                "revoked", dates.write(one.revokedAt()),
                "serialNumber", one.serialBytes(),
                "subjectAlternativeNames", one.nameList(),
                "customFields", new RawValue(one.customFields()),
                "certificateDetails", one.certificate() == null ? null : issued(one.issued(), one.nameList()));
    }

    private static Map<String, Object> issued(X509Certificate certificate, List<String> names) {
        return Reply.of(
                "issuer", certificate.getIssuerX500Principal().getName(),
                "subject", certificate.getSubjectX500Principal().getName(),
                "subjectAltNames", "dNSName=" + String.join(", dNSName=", names),
                "md5Hash", hash("MD5", certificate),
                "sha1Hash", hash("SHA-1", certificate));
    }

    private static String hash(String algorithm, X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

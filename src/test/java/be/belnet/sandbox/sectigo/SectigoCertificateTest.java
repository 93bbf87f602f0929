package be.belnet.sandbox.sectigo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectigoCertificateTest {

    private static final String REQUEST = "rsa.csr";

    private static SandboxRunner sandbox;
    private static SectigoCaller scm;

    private int organisation;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start(
                "--sandbox.sectigo.organisation-time=0s",
                "--sandbox.sectigo.check-time=0s",
                "--sandbox.sectigo.wildcard-time=1h",
                "--sandbox.sectigo.issue-time=400ms");
        scm = SectigoCaller.network(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void oneValidatedDomain() {
        sandbox.delete("/api/world");
        organisation = scm.organisation("École du réseau, asbl");
        scm.domain("nsol.example", organisation);
        scm.domain("*.nsol.example", organisation);
        scm.proveByCname("nsol.example");
    }

    @Test
    void profilesAreThoseOfTheMembers() {
        assertThat(scm.<List<String>>read("ssl/v1/types?organizationId=" + organisation, "$[*].name"))
                .containsExactly(
                        "GÉANT OV Multi-Domain",
                        "GÉANT EV Multi-Domain",
                        "GÉANT IGTF Multi Domain",
                        "GÉANT Wildcard SSL",
                        "EV Anchor Certificate");
        assertThat(scm.<List<Integer>>read("ssl/v1/types", "$[0].terms")).containsExactly(365, 730);
        assertThat(scm.get("ssl/v1/customFields").body()).isEqualTo("[]");
    }

    @Test
    void certificateIsIssuedSomeTimeAfterItWasOrdered() throws Exception {
        var id = enrol(organisation, REQUEST, "mail.nsol.example, nsol.example");

        var pending = scm.get("ssl/v1/collect/%d/x509".formatted(id));
        assertThat(pending.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<Map<String, Object>>read(pending.body(), "$"))
                .isEqualTo(Map.of("code", 0, "description", "Being processed by Sectigo"));
        assertThat(scm.<String>read("ssl/v1/" + id, "$.status")).isEqualTo("Applied");

        awaitIssued(id);
        var collected = scm.get("ssl/v1/collect/%d/x509".formatted(id));
        assertThat(collected.headers().firstValue("Content-Type").orElse("")).startsWith("application/octet-stream");
        assertThat(collected.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(scm.get("ssl/v1/collect/%d?format=x509".formatted(id)).body())
                .isEqualTo(collected.body());

        var chain = certificates(collected.body());
        assertThat(chain).hasSize(3);
        assertChained(chain);
        var issued = chain.get(0);
        assertThat(issued.getSubjectX500Principal().getName()).contains("CN=www.nsol.example", "réseau", "C=BE");
        assertThat(issued.getSubjectAlternativeNames())
                .extracting(name -> (Object) name.get(1))
                .containsExactly("www.nsol.example", "mail.nsol.example", "nsol.example");
        String serial = scm.read("ssl/v1/" + id, "$.serialNumber");
        assertThat(serial).matches("([0-9A-F]{2}:){15}[0-9A-F]{2}");
        assertThat(new BigInteger(serial.replace(":", ""), 16)).isEqualTo(issued.getSerialNumber());
        assertThat(scm.<String>read("ssl/v1/" + id, "$.certificateDetails.subjectAltNames"))
                .isEqualTo("dNSName=www.nsol.example, dNSName=mail.nsol.example, dNSName=nsol.example");
        assertThat(sandbox.bean(Ledger.class).effects("sectigo", "DCS-2026-00001"))
                .extracting(Effect::kind)
                .containsExactly("certificate ordered", "certificate issued");
    }

    @Test
    void everyFormatHoldsTheCertificate() throws Exception {
        var id = enrol(organisation, REQUEST, "");
        awaitIssued(id);

        assertThat(certificates(collect(id, "x509CO"))).hasSize(1);
        assertThat(certificates(collect(id, "x509IO"))).hasSize(2);
        assertThat(certificates(collect(id, "pemia"))).hasSize(2);
        assertThat(certificates(collect(id, "x509R")).get(2))
                .isEqualTo(certificates(collect(id, "pemco")).get(0));
        var usual = scm.get("ssl/v1/collect/" + id).body();
        assertThat(usual).startsWith("-----BEGIN PKCS7-----");
        assertThat(certificates(usual)).hasSize(3);
        assertThat(scm.get("ssl/v1/collect/%d/docx".formatted(id)).body()).contains("-126");
    }

    @Test
    void requestWithoutANameIsNamedByTheOrder() throws Exception {
        var id = enrol(organisation, "ec-without-name.csr", "a.nsol.example,*.nsol.example");
        awaitIssued(id);

        var issued = certificates(collect(id, "pemco")).get(0);
        assertThat(issued.getSubjectX500Principal().getName()).contains("CN=a.nsol.example");
        assertThat(issued.getPublicKey().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void numbersMayBeTexts() {
        var answer = scm.post("ssl/v1/enroll", """
                {'orgId':'%d','certType':'301','term':'365','csr':'%s','numberServers':0,'serverType':-1,
                 'commonName':'www.nsol.example'}""".formatted(organisation, csr(REQUEST)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JsonPath.<String>read(answer.body(), "$.renewId")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            ORG | 301 | 365 | rsa.csr             | other.example   | -107
            ORG | 301 | 365 | rsa.csr             | *.a.b.example   | -107
            ORG | 301 | 366 | rsa.csr             | ``              | -36
            ORG | 999 | 365 | rsa.csr             | ``              | -39
            1   | 301 | 365 | rsa.csr             | ``              | -1023
            ORG | 301 | 365 | rsa-1024.csr        | ``              | -138
            ORG | 301 | 365 | ec-without-name.csr | ``              | -7
            """)
    void unfitOrderIsRefusedAndNotMade(String org, int profile, int term, String csr, String names, int code) {
        var answer = enrolment(org.replace("ORG", String.valueOf(organisation)), profile, term, csr(csr), names);

        assertThat(code(answer)).isEqualTo(code);
        assertThat(scm.call("HEAD", "ssl/v1", null).headers().firstValue("X-Total-Count"))
                .contains("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "-----BEGIN CERTIFICATE REQUEST-----\\nMAA=\\n-----END CERTIFICATE REQUEST-----"})
    void unreadableRequestIsRefused(String csr) {
        assertThat(code(enrolment(String.valueOf(organisation), 301, 365, csr, "")))
                .isEqualTo(-10);
    }

    @Test
    void requestThatWasTamperedWithIsRefused() {
        var csr = csr(REQUEST);
        var at = csr.length() - 80;
        var tampered = csr.substring(0, at) + (csr.charAt(at) == 'A' ? 'B' : 'A') + csr.substring(at + 1);

        assertThat(code(enrolment(String.valueOf(organisation), 301, 365, tampered, "")))
                .isEqualTo(-10);
    }

    @Test
    void nameOfAnotherOrganisationIsRefused() {
        var other = scm.organisation("Other School");

        assertThat(code(enrolment(String.valueOf(other), 301, 365, csr(REQUEST), "")))
                .isEqualTo(-107);
    }

    @Test
    void organisationIsToBeValidatedFirst() {
        try (var slow = SandboxRunner.start("--sandbox.sectigo.mandatory-custom-fields=Order")) {
            var there = SectigoCaller.network(slow);
            var order = "{'orgId':%d,'certType':301,'term':365,'csr':'%s'%s}";
            var school = there.organisation("Network School");

            assertThat(code(there.post("ssl/v1/enroll", order.formatted(school, csr(REQUEST), ""))))
                    .isEqualTo(-62);
            assertThat(code(there.post(
                            "ssl/v1/enroll",
                            order.formatted(school, csr(REQUEST), ",'customFields':[{'name':'Order','value':'1'}]"))))
                    .isEqualTo(-843);
            assertThat(there.<List<Boolean>>read("ssl/v1/customFields", "$[*].mandatory"))
                    .containsExactly(true);
        }
    }

    @Test
    void orderOfAnOrganisationWaitsForTheNetwork() {
        var theirs = SectigoCaller.organisation(sandbox);
        int first = JsonPath.read(enrolment(theirs).body(), "$.sslId");
        int second = JsonPath.read(enrolment(theirs).body(), "$.sslId");
        assertThat(scm.<String>read("ssl/v1/" + first, "$.status")).isEqualTo("Requested");
        assertThat(code(scm.get("ssl/v1/collect/" + first))).isEqualTo(-183);
        assertThat(code(theirs.post("ssl/v1/approve/" + first, "{'message':'yes'}")))
                .isEqualTo(-3);

        assertThat(scm.post("ssl/v1/approve/" + first, "{'message':'yes'}").statusCode())
                .isEqualTo(204);
        awaitIssued(first);
        assertThat(scm.post("ssl/v1/decline/" + second, "{'message':'no'}").statusCode())
                .isEqualTo(204);
        assertThat(code(scm.get("ssl/v1/collect/" + second))).isEqualTo(-1112);
        assertThat(code(scm.post("ssl/v1/approve/" + second, "{'message':'yes'}")))
                .isEqualTo(-1112);
    }

    @Test
    void revokedOnceAndOnlyWhenIssued() {
        var id = enrol(organisation, REQUEST, "");
        var reason = "{'reasonCode':'4','reason':'superseded'}";
        assertThat(code(scm.post("ssl/v1/revoke/" + id, reason))).isEqualTo(-102);
        awaitIssued(id);
        assertThat(code(scm.post("ssl/v1/revoke/" + id, "{'reasonCode':2,'reason':'x'}")))
                .isEqualTo(-1601);
        assertThat(code(scm.post("ssl/v1/revoke/" + id, "{'reasonCode':4,'reason':''}")))
                .isEqualTo(-7);

        assertThat(scm.post("ssl/v1/revoke/" + id, reason).statusCode()).isEqualTo(204);
        assertThat(scm.<String>read("ssl/v1/" + id, "$.revoked")).matches("\\d\\d/\\d\\d/\\d{4}");
        assertThat(code(scm.post("ssl/v1/revoke/" + id, reason))).isEqualTo(-110);
        assertThat(sandbox.bean(Ledger.class).effects("sectigo", "DCS-2026-00001"))
                .extracting(Effect::kind)
                .containsOnlyOnce("certificate revoked");
    }

    @ParameterizedTest
    @ValueSource(strings = {":", ""})
    void foundAndRevokedBySerialNumber(String separator) {
        var id = enrol(organisation, REQUEST, "");
        awaitIssued(id);
        String shown = scm.read("ssl/v1?commonName=www.nsol.example", "$[0].serialNumber");
        assertThat(shown).contains(":");
        var serial = shown.replace(":", separator).toLowerCase(Locale.ROOT);

        assertThat(ids("serialNumber=" + serial)).containsExactly(id);
        assertThat(ids("serialNumber=00" + separator + serial)).isEmpty();
        assertThat(scm.post("ssl/v1/revoke/serial/" + serial, "{'reasonCode':0,'reason':'x'}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(scm.<String>read("ssl/v1/" + id, "$.status")).isEqualTo("Revoked");
    }

    @Test
    void wordsAreReasonEnough() {
        var id = enrol(organisation, REQUEST, "");
        awaitIssued(id);

        assertThat(scm.post("ssl/v1/revoke/" + id, "{'reason':'lost'}").statusCode())
                .isEqualTo(204);
        assertThat(scm.<String>read("ssl/v1/" + id, "$.status")).isEqualTo("Revoked");
    }

    @Test
    void renewedAndReplaced() {
        var id = enrol(organisation, REQUEST, "");
        awaitIssued(id);
        int renewed = JsonPath.read(scm.post("ssl/v1/renewById/" + id, "\"\"").body(), "$.sslId");
        assertThat(renewed).isNotEqualTo(id);

        String before = scm.read("ssl/v1/" + id, "$.serialNumber");
        assertThat(scm.post(
                                "ssl/v1/replace/" + id,
                                "{'csr':'%s','reason':'lost','subjectAlternativeNames':['b.nsol.example']}"
                                        .formatted(csr(REQUEST)))
                        .statusCode())
                .isEqualTo(204);
        assertThat(code(scm.get("ssl/v1/collect/" + id))).isZero();
        awaitIssued(id);
        assertThat(scm.<String>read("ssl/v1/" + id, "$.serialNumber")).isNotEqualTo(before);
        assertThat(scm.<List<String>>read("ssl/v1/" + id, "$.subjectAlternativeNames"))
                .containsExactly("www.nsol.example", "b.nsol.example");
    }

    @Test
    void listIsPagedFilteredAndCounted() {
        var first = enrol(organisation, REQUEST, "");
        var second = enrol(organisation, "ec-without-name.csr", "a.nsol.example");
        awaitIssued(second);

        assertThat(scm.<Integer>readAll("ssl/v2", 1, "$[*].sslId")).containsExactly(first, second);
        var head = scm.call("HEAD", "ssl/v1?commonName=WWW", null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("X-Total-Count")).contains("1");
        assertThat(ids("status=Issued&subjectAlternativeName=a.nsol")).containsExactly(second);
        assertThat(ids("orgId=1")).isEmpty();
        assertThat(ids("requester=u&sslTypeId=301&issuer=Sandbox")).containsExactly(first, second);
        assertThat(ids("status=&orgId=")).hasSize(2);
    }

    @Test
    void domainOfACertificateStays() {
        enrol(organisation, REQUEST, "");
        int domain = scm.<List<Integer>>read("domain/v1?name=nsol.example", "$[*].id")
                .get(0);

        assertThat(code(scm.call("DELETE", "domain/v1/" + domain, null))).isEqualTo(-740);
    }

    @Test
    void reportsTellAllInOneAnswer() {
        var id = enrol(organisation, REQUEST, "nsol.example");
        awaitIssued(id);

        assertThat(code(scm.post("report/v1/ssl-certificates", ""))).isEqualTo(-1601);
        assertThat(scm.<Map<String, Object>>read(
                        "report/v1/ssl-certificates", "{'certificateStatus':2}", "$.reports[0]"))
                .containsEntry("subjAltNames", "www.nsol.example; nsol.example")
                .containsEntry("organizationName", "École du réseau, asbl")
                .containsEntry("type", "GÉANT OV Multi-Domain");
        assertThat(scm.<List<Integer>>read("report/v1/ssl-certificates", "{'certificateStatus':2}", "$.reports[*].id"))
                .containsExactly(id);
        assertThat(scm.<List<Integer>>read("report/v1/ssl-certificates", "{'certificateStatus':3}", "$.reports[*].id"))
                .isEmpty();
        assertThat(scm.<List<Integer>>read(
                        "report/v1/ssl-certificates",
                        "{'from':'2020-01-01','to':'2021-01-01','certificateDateAttribute':5}",
                        "$.reports[*].id"))
                .isEmpty();
        assertThat(scm.<List<String>>read("report/v1/domains", "{}", "$.reports[*].dcvStatus"))
                .containsExactly("Validated", "Not Initiated");
        assertThat(scm.<Integer>read("report/v1/domains", "{}", "$.statusCode")).isZero();
    }

    @Test
    void nobodyKnowsAWrongNumber() {
        assertThat(code(scm.get("ssl/v1/1"))).isEqualTo(-124);
        assertThat(code(scm.get("ssl/v1/collect/1"))).isEqualTo(-124);
    }

    private static int enrol(int organisation, String request, String names) {
        var answer = enrolment(String.valueOf(organisation), 301, 365, csr(request), names);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonPath.read(answer.body(), "$.sslId");
    }

    private HttpResponse<String> enrolment(SectigoCaller caller) {
        return caller.post(
                "ssl/v1/enroll",
                "{'orgId':%d,'certType':301,'term':365,'csr':'%s'}".formatted(organisation, csr(REQUEST)));
    }

    private static HttpResponse<String> enrolment(
            String organisation, int profile, int term, String csr, String names) {
        return scm.post("ssl/v1/enroll", """
                {'orgId':%s,'certType':%d,'term':%d,'csr':'%s','subjAltNames':'%s','comments':'DCS-2026-00001'}""".formatted(organisation, profile, term, csr, names));
    }

    private static void awaitIssued(int id) {
        await().until(() -> scm.<String>read("ssl/v1/" + id, "$.status"), "Issued"::equals);
    }

    private static String collect(int id, String format) {
        return scm.get("ssl/v1/collect/%d/%s".formatted(id, format)).body();
    }

    private static List<Integer> ids(String query) {
        return scm.read("ssl/v1?" + query, "$[*].sslId");
    }

    private static String csr(String file) {
        try (var resource = SectigoCertificateTest.class.getResourceAsStream("/sectigo/" + file)) {
            return new String(resource.readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .replace("\n", "\\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<X509Certificate> certificates(String text) throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static void assertChained(List<X509Certificate> chain) throws Exception {
        var below = CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, 2));
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(chain.get(2), null)));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX").validate(below, parameters);
        assertThat(keyOfIssuer(chain.get(0))).isEqualTo(key(chain.get(1)));
        assertThat(keyOfIssuer(chain.get(1))).isEqualTo(key(chain.get(2)));
    }

    /** Strict clients ask for it. */
    private static byte[] key(X509Certificate certificate) {
        return lastTwenty(certificate.getExtensionValue("2.5.29.14"));
    }

    private static byte[] keyOfIssuer(X509Certificate certificate) {
        return lastTwenty(certificate.getExtensionValue("2.5.29.35"));
    }

    private static byte[] lastTwenty(byte[] bytes) {
        return Arrays.copyOfRange(bytes, bytes.length - 20, bytes.length);
    }

    private static int code(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return JsonPath.read(answer.body(), "$.code");
    }
}

package be.belnet.sandbox.sectigo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SectigoValidationTest {

    private static final String NAME = "nsol.example";

    private static SandboxRunner sandbox;
    private static SectigoCaller scm;

    private int organisation;
    private int domain;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start("--sandbox.sectigo.check-time=100ms", "--sandbox.sectigo.wildcard-time=300ms");
        scm = SectigoCaller.network(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void oneDomain() {
        sandbox.delete("/api/world");
        organisation = scm.organisation("Network School");
        domain = scm.domain(NAME, organisation);
    }

    @Test
    void cnameIsProvenSomeTimeAfterSubmission() {
        var challenge = scm.validate("start/domain/cname", NAME).body();
        String host = JsonPath.read(challenge, "$.host");
        String point = JsonPath.read(challenge, "$.point");
        assertThat(host).matches("_[0-9a-f]{32}\\.nsol\\.example\\.");
        assertThat(point).matches("[0-9a-f]{32}\\.[0-9a-f]{32}\\.sectigo\\.com\\.");
        assertThat(status("$.orderStatus")).isEqualTo("AWAITING_SUBMITTAL");

        var submitted = scm.validate("submit/domain/cname", NAME).body();
        assertThat(JsonPath.<String>read(submitted, "$.status")).isEqualTo("NOT_VALIDATED");
        assertThat(JsonPath.<String>read(submitted, "$.orderStatus")).isEqualTo("SUBMITTED");
        assertThat(JsonPath.<String>read(submitted, "$.orderBackendId")).isNotBlank();
        await().untilAsserted(() -> assertThat(status("$.lastCheck")).endsWith("Z"));
        assertThat(status("$.status")).isEqualTo("NOT_VALIDATED");
        assertThat(status("$.host")).isEqualTo(host);

        scm.publish("CNAME", host, point);
        awaitValidated();
        assertThat(status("$.orderStatus")).isEqualTo("NOT_INITIATED");
        assertThat(status("$.expirationDate"))
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(198).toString());
        assertThat(scm.<String>read("domain/v1/" + domain, "$.validationMethod"))
                .isEqualTo("CNAME_CSR_HASH");
        assertThat(sandbox.bean(Ledger.class).effects("sectigo", NAME))
                .extracting(Effect::kind)
                .endsWith("validation started", "validation submitted", "domain validated");
    }

    @Test
    void startingOrSubmittingOnceMoreChangesNothing() {
        var first = scm.validate("start/domain/cname", NAME).body();
        assertThat(scm.validate("start/domain/cname", NAME).body()).isEqualTo(first);
        var submitted = scm.validate("submit/domain/cname", NAME).body();
        assertThat(scm.validate("submit/domain/cname", NAME).body()).isEqualTo(submitted);
        assertThat(scm.validate("start/domain/cname", NAME).body()).isEqualTo(first);

        assertThat(status("$.orderStatus")).isEqualTo("SUBMITTED");
        assertThat(sandbox.bean(Ledger.class).effects("sectigo", NAME))
                .extracting(Effect::kind)
                .containsOnlyOnce("validation started", "validation submitted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void fileOnTheWebSiteProves(String method) {
        var challenge = scm.validate("start/domain/" + method, NAME).body();
        String url = JsonPath.read(challenge, "$.url");
        assertThat(url).matches(method + "://nsol\\.example/\\.well-known/pki-validation/[0-9A-F]{32}\\.txt");
        assertThat(JsonPath.<String>read(challenge, "$.firstLine")).matches("[0-9a-f]{64}");
        scm.validate("submit/domain/" + method, NAME);

        scm.publish("FILE", url, JsonPath.read(challenge, "$.firstLine") + "\nsectigo.com\n");
        awaitValidated();
    }

    @Test
    void fileWithOtherWordsProvesNothing() {
        String url = JsonPath.read(scm.validate("start/domain/http", NAME).body(), "$.url");
        scm.validate("submit/domain/http", NAME);
        scm.publish("FILE", url, "something else");

        await().untilAsserted(() -> assertThat(status("$.lastCheck")).isNotBlank());
        assertThat(status("$.status")).isEqualTo("NOT_VALIDATED");
    }

    @Test
    void txtHasNoStartButTheSubmissionSaysWhatToPublish() {
        var started = scm.validate("start/domain/txt", NAME).body();
        assertThat(JsonPath.<Map<String, Object>>read(started, "$")).containsOnlyKeys("message");

        var submitted = scm.validate("submit/domain/txt", NAME).body();
        assertThat(JsonPath.<String>read(submitted, "$.host")).isEqualTo("_pki-validation.nsol.example.");
        String point = JsonPath.read(submitted, "$.point");
        assertThat(point).hasSize(32).contains("\\", "|", "`").matches("[!-~]+");
        scm.publish("TXT", "_pki-validation.nsol.example", point);
        awaitValidated();
        assertThat(scm.<String>read("domain/v1/" + domain, "$.validationMethod"))
                .isEqualTo("DNSTXT_RANDOM_VALUE");
    }

    @Test
    void mailIsToBeConfirmed() {
        scm.publish("TXT", "_validation-contactemail.nsol.example", "dns-admin@nsol.example");
        var started = scm.validate("start/domain/email", NAME).body();
        assertThat(JsonPath.<List<String>>read(started, "$.emails"))
                .contains("admin@nsol.example", "webmaster@nsol.example", "dns-admin@nsol.example");
        assertThat(JsonPath.<List<String>>read(started, "$.dcvEmails[0].dnsTxtEmails"))
                .containsExactly("dns-admin@nsol.example");

        assertThat(code(submitEmail("stranger@example.org"))).isEqualTo(-1601);
        String reference = JsonPath.read(submitEmail("admin@nsol.example").body(), "$.emailValidationReferenceNumber");
        assertThat(sandbox.get("/api/mails?to=admin@nsol.example").body()).contains(reference);
        assertThat(confirm("another").statusCode()).isEqualTo(404);
        assertThat(status("$.status")).isEqualTo("NOT_VALIDATED");
        assertThat(confirm(reference).statusCode()).isEqualTo(204);
        awaitValidated();
    }

    @Test
    void oneMailAddressForManyDomainsIsCommonToThem() {
        scm.domain("www.nsol.example", organisation);
        var domains = "{'domains':['nsol.example','www.nsol.example']%s}";
        var started = scm.post("dcv/v1/validation/start/domain/email", domains.formatted(""))
                .body();
        assertThat(JsonPath.<List<String>>read(started, "$.emails"))
                .contains("admin@nsol.example")
                .doesNotContain("admin@www.nsol.example");

        var submitted = scm.post(
                        "dcv/v1/validation/submit-bulk/domain/email",
                        domains.formatted(",'email':'admin@nsol.example'"))
                .body();
        assertThat(JsonPath.<String>read(submitted, "$.orderStatus")).isEqualTo("SUBMITTED");
        assertThat(list("orderStatus=SUBMITTED")).containsExactly("nsol.example", "www.nsol.example");
    }

    @Test
    void bothPathsLeadToTheSame() {
        scm.validate("start/domain/cname", NAME);

        assertThat(scm.post("dcv/v1/validation/status", "{'domain':'nsol.example'}")
                        .body())
                .isEqualTo(scm.validate("status", NAME).body());
        assertThat(scm.get("dcv/v1/validation").body())
                .isEqualTo(scm.get("dcv/v2/validation").body());
    }

    @Test
    void wildcardFollowsItsDomainAfterAWhile() {
        var wildcard = scm.domain("*.nsol.example", organisation);
        scm.proveByCname(NAME);
        awaitValidated();

        await().until(() -> scm.<String>read("domain/v1/" + wildcard, "$.validationStatus"), "VALIDATED"::equals);
        assertThat(list("dcvStatus=VALIDATED")).containsExactly("nsol.example", "*.nsol.example");
        assertThat(scm.<List<String>>read("dcv/v2/validation", "$[*].expirationDate"))
                .hasSize(2);
    }

    @Test
    void newEntryBelowAValidatedDomainInheritsButNotFromAFile() {
        scm.proveByCname(NAME);
        awaitValidated();
        var below = scm.domain("www.nsol.example", organisation);
        await().until(() -> scm.<String>read("domain/v1/" + below, "$.validationStatus"), "VALIDATED"::equals);

        scm.domain("file.example", organisation);
        var wildcard = scm.domain("*.file.example", organisation);
        var challenge = scm.validate("start/domain/http", "file.example").body();
        scm.publish(
                "FILE", JsonPath.read(challenge, "$.url"), JsonPath.read(challenge, "$.firstLine") + "\nsectigo.com");
        scm.validate("submit/domain/http", "file.example");
        await().until(() -> list("dcvStatus=VALIDATED").contains("file.example"));
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        assertThat(scm.<String>read("domain/v1/" + wildcard, "$.validationStatus"))
                .isEqualTo("NOT_VALIDATED");
    }

    @Test
    void namesBelowStandForADomainThatIsNotRegistered() {
        var wildcard = scm.domain("*.alone.example", organisation);
        var challenge = scm.validate("start/domain/cname", "alone.example").body();
        assertThat(JsonPath.<String>read(challenge, "$.host")).matches("_[0-9a-f]{32}\\.alone\\.example\\.");

        scm.proveByCname("alone.example");
        await().until(() -> scm.<String>read("domain/v1/" + wildcard, "$.validationStatus"), "VALIDATED"::equals);
        assertThat(JsonPath.<String>read(scm.validate("status", "alone.example").body(), "$.status"))
                .isEqualTo("VALIDATED");
        assertThat(JsonPath.<List<String>>read(
                        scm.validate("start/domain/email", "alone.example").body(), "$.emails"))
                .contains("admin@alone.example");
        assertThat(code(scm.validate("start/domain/http", "alone.example"))).isEqualTo(-724);
        assertThat(code(scm.validate("start/domain/cname", "*.alone.example"))).isEqualTo(-723);
    }

    @Test
    void namesBelowFollowTheirDomainAgainOnceTheirOwnValidationHasEnded() {
        scm.domain("*.alone.example", organisation);
        scm.proveByCname("alone.example");
        await().until(() -> list("dcvStatus=VALIDATED"), List.of("*.alone.example")::equals);
        sandbox.bean(JdbcClient.class)
                .sql("update sectigo_domain set expires_at = ? where name = '*.alone.example'")
                .param(Instant.now())
                .update();
        assertThat(list("dcvStatus=EXPIRED")).containsExactly("*.alone.example");

        scm.domain("alone.example", organisation);
        scm.proveByCname("alone.example");
        await().until(() -> list("dcvStatus=VALIDATED"), List.of("*.alone.example", "alone.example")::equals);
    }

    @ParameterizedTest
    @CsvSource({
        "start/domain/cname, unknown.example, -727",
        "status, unknown.example, -727",
        "start/domain/cname, *.nsol.example, -723",
        "submit/domain/cname, nsol.example, -724",
        "submit/domain/http, nsol.example, -724"
    })
    void whatCannotBeValidatedIsRefused(String step, String name, int code) {
        scm.domain("*.nsol.example", organisation);

        assertThat(code(scm.validate(step, name))).isEqualTo(code);
    }

    @Test
    void suspendedOrUnapprovedDomainIsNotValidated() {
        scm.call("PUT", "domain/v1/%d/suspend".formatted(domain), null);
        SectigoCaller.organisation(sandbox).domain("asked.example", organisation);

        assertThat(code(scm.validate("start/domain/cname", NAME))).isEqualTo(-715);
        assertThat(code(scm.validate("start/domain/cname", "asked.example"))).isEqualTo(-724);
    }

    @Test
    void listNarrowsAndEmptyFiltersDoNot() {
        scm.domain("other.example", scm.organisation("Other School"));
        scm.proveByCname(NAME);
        awaitValidated();

        var page = scm.get(
                "dcv/v2/validation?position=0&size=1&domain=&org=&department=&dcvStatus=&orderStatus=&expiresIn=");
        assertThat(page.headers().firstValue("X-Total-Count")).contains("2");
        assertThat(JsonPath.<List<String>>read(page.body(), "$[*].domain")).containsExactly(NAME);
        assertThat(list("org=" + organisation)).containsExactly(NAME);
        assertThat(list("dcvStatus=Not%20validated")).containsExactly("other.example");
        assertThat(list("expiresIn=300")).containsExactly(NAME);
        assertThat(list("expiresIn=30")).isEmpty();
        assertThat(scm.get("dcv/v2/validation?expiresIn=0").statusCode()).isEqualTo(400);
    }

    @Test
    void recordsOfOthersInTheWayKeepTheAuthorityOut() {
        scm.publish("CAA", "nsol.example", "0 issue other-ca.example");
        scm.proveByCname(NAME);
        await().untilAsserted(() -> assertThat(status("$.lastCheck")).isNotBlank());
        assertThat(status("$.status")).isEqualTo("NOT_VALIDATED");

        scm.publish("CAA", "nsol.example", "0 issue sectigo.com");
        awaitValidated();
    }

    @Test
    void clearEndsWhatIsUnderWayAndDeleteAllOfIt() {
        scm.proveByCname(NAME);
        awaitValidated();
        scm.validate("start/domain/http", NAME);

        var cleared = scm.validate("clear", NAME).body();
        assertThat(JsonPath.<String>read(cleared, "$.status")).isEqualTo("VALIDATED");
        assertThat(JsonPath.<String>read(cleared, "$.orderStatus")).isEqualTo("NOT_INITIATED");
        assertThat(scm.validate("delete", NAME).body()).isEmpty();
        assertThat(status("$.status")).isEqualTo("NOT_VALIDATED");
    }

    @Test
    void syncLooksAtOnce() {
        var challenge = scm.validate("start/domain/cname", NAME).body();
        scm.validate("submit/domain/cname", NAME);
        scm.publish("CNAME", JsonPath.read(challenge, "$.host"), JsonPath.read(challenge, "$.point"));

        assertThat(JsonPath.<String>read(
                        scm.post("dcv/v2/validation/sync?force=true", "{'domain':'nsol.example'}")
                                .body(),
                        "$.status"))
                .isEqualTo("VALIDATED");
    }

    @Test
    void labelsTakeThePlaceOfConstants() {
        sandbox.put("/api/sectigo/labels", "{\"on\":true}");

        assertThat(scm.<List<String>>read("dcv/v2/validation", "$[*].dcvOrderStatus"))
                .containsExactly("Not initiated");
        assertThat(status("$.status")).isEqualTo("Not validated");
        assertThat(scm.<String>read("domain/v1/" + domain, "$.validationStatus"))
                .isEqualTo("Not validated");
        sandbox.delete("/api/world");
        scm.domain(NAME, scm.organisation("Network School"));
        assertThat(status("$.status")).isEqualTo("NOT_VALIDATED");
    }

    @Test
    void datesAreWrittenAsAskedFor() {
        scm.proveByCname(NAME);
        awaitValidated();

        assertThat(scm.<String>read("domain/v1/%d?dateFormat=eu".formatted(domain), "$.dcvExpiration"))
                .matches("\\d\\d\\.\\d\\d\\.\\d{4}");
    }

    @Test
    void patienceAndValidityEnd() {
        try (var other = SandboxRunner.start(
                "--sandbox.sectigo.check-time=1ms",
                "--sandbox.sectigo.patience=300ms",
                "--sandbox.sectigo.validation-life=1s")) {
            var there = SectigoCaller.network(other);
            var school = there.organisation("Network School");
            there.domain("late.example", school);
            there.validate("start/domain/cname", "late.example");
            there.validate("submit/domain/cname", "late.example");
            there.domain(NAME, school);
            there.proveByCname(NAME);

            await().until(() -> statuses(there, "dcvOrderStatus").contains("REJECTED"));
            await().until(() -> statuses(there, "dcvStatus"), List.of("NOT_VALIDATED", "EXPIRED")::equals);
        }
    }

    private static List<String> statuses(SectigoCaller scm, String field) {
        return scm.read("dcv/v2/validation", "$[*]." + field);
    }

    private void awaitValidated() {
        await().until(() -> status("$.status"), "VALIDATED"::equals);
    }

    private static String status(String what) {
        return JsonPath.<List<String>>read(
                        List.of(JsonPath.<Map<String, Object>>read(
                                scm.validate("status", NAME).body(), "$")),
                        what.replace("$", "$[*]"))
                .stream()
                .findFirst()
                .orElse("");
    }

    private static List<String> list(String query) {
        return scm.read("dcv/v2/validation?" + query, "$[*].domain");
    }

    private static HttpResponse<String> submitEmail(String email) {
        return scm.post(
                "dcv/v2/validation/submit/domain/email", "{'domain':'nsol.example','email':'%s'}".formatted(email));
    }

    private static HttpResponse<String> confirm(String reference) {
        return sandbox.send(sandbox.request("/api/sectigo/confirmations")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"reference\":\"%s\"}".formatted(reference))));
    }

    private static int code(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return JsonPath.read(answer.body(), "$.code");
    }
}

package be.belnet.sandbox.digicert;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigiCertSandboxTest {
    private static final String ORDERS = "order/certificate";

    @TempDir
    private static Path directory;

    private static SandboxRunner sandbox;
    private static CertCentralCaller caller;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start();
        caller = new CertCentralCaller(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void newWorld() {
        sandbox.delete("/api/world");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "organization", "nowhere"})
    void wrongKeyIsForbiddenNotUnauthorized(String path) {
        var answer = caller.get(path, "wrong", "application/json");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("{\"errors\":[{\"code\":\"access_denied|access_denied_invalid_key\"");
        assertThat(sandbox.get("/digicert/services/v2/account").statusCode()).isEqualTo(403);
    }

    @Test
    void accountTellsThatTheKeyWorks() {
        assertThat(caller.get("account").statusCode()).isEqualTo(200);
        assertThat(caller.<String>read("user/me", "$.access_roles[0].name")).isEqualTo("View Only");
    }

    @Test
    void unknownThingsAreNotFoundByTheirKind() {
        assertError(caller.get("nowhere"), 404, "not_found|route");
        assertError(caller.get(ORDERS + "/1"), 404, "not_found|order");
        assertError(caller.get("organization/1"), 404, "not_found|organization");
        assertError(caller.get("domain/1"), 404, "not_found|domain");
        assertError(caller.get("domain/x"), 400, "bad_request_format");
    }

    @Test
    void plainCallBringsEverythingAndItsPage() {
        for (var list : List.of("organization", "domain", ORDERS)) {
            var answer = caller.get(list);
            int total = JsonPath.read(answer.body(), "$.page.total");
            var plural = list.equals(ORDERS) ? "orders" : list + "s";

            assertThat(total).as(list).isGreaterThan(10);
            assertThat(JsonPath.<Integer>read(answer.body(), "$." + plural + ".length()"))
                    .isEqualTo(total);
            assertThat(JsonPath.<Integer>read(answer.body(), "$.page.offset")).isZero();
        }
    }

    @Test
    void clientThatGoesOnUntilTheTotalIsReachedSeesEachOrderOnce() {
        var ids = new ArrayList<Integer>();
        int total;
        do {
            var answer = caller.get("%s?limit=40&offset=%d&sort=-id".formatted(ORDERS, ids.size()))
                    .body();
            ids.addAll(JsonPath.read(answer, "$.orders[*].id"));
            total = JsonPath.read(answer, "$.page.total");
        } while (ids.size() != total);

        assertThat(total).isGreaterThan(80);
        assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo((one, other) -> other - one);
        assertThat(caller.<List<?>>read(ORDERS + "?limit=40&offset=" + total, "$.orders"))
                .isEmpty();
        assertThat(caller.<Integer>read(ORDERS + "?limit=40&offset=" + total, "$.page.total"))
                .isEqualTo(total);
    }

    @Test
    void bracketsAndComparisonsAreTakenRawAndEncoded() {
        var today = LocalDate.now();
        var encoded = caller.get(
                        "%s?filters%%5Bstatus%%5D=issued&filters%%5Bvalid_till%%5D=%%3E%s".formatted(ORDERS, today))
                .body();
        var raw = caller.getRaw("%s?filters[status]=issued&filters[valid_till]=>%s".formatted(ORDERS, today));

        List<String> ends = JsonPath.read(encoded, "$.orders[*].certificate.valid_till");
        assertThat(ends).isNotEmpty().allMatch(end -> LocalDate.parse(end).isAfter(today));
        assertThat(raw).isEqualTo(encoded);
    }

    @Test
    void issuedOrdersHoldExpiredOnes() {
        var today = LocalDate.now();
        List<String> ends = caller.read(ORDERS + "?filters%5Bstatus%5D=issued", "$.orders[*].certificate.valid_till");

        assertThat(ends)
                .anyMatch(end -> LocalDate.parse(end).isBefore(today))
                .anyMatch(end -> LocalDate.parse(end).isBefore(today.plusDays(30)))
                .anyMatch(end -> LocalDate.parse(end).isAfter(today.plusDays(100)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filters%5Bstatus%5D=issued&filters%5Bstatus%5D=pending",
                "filters%5Bstatus%5D%5B0%5D=issued&filters%5Bstatus%5D%5B1%5D=pending"
            })
    void anyOfSeveralValuesWillDo(String filters) {
        assertThat(caller.<List<String>>read(ORDERS + "?" + filters, "$.orders[*].status"))
                .contains("issued", "pending")
                .containsOnly("issued", "pending");
    }

    @Test
    void rangeTakesBothEnds() {
        var day = caller.<List<String>>read(ORDERS, "$.orders[*].certificate.valid_till")
                .get(0);

        assertThat(caller.<List<String>>read(
                        "%s?filters%%5Bvalid_till%%5D=%s...%s".formatted(ORDERS, day, day),
                        "$.orders[*].certificate.valid_till"))
                .isNotEmpty()
                .containsOnly(day);
    }

    @Test
    void nameIsFoundWhollyOrWithAPercentSignAnywhere() {
        assertThat(names("domain?filters%5Bname%5D=nsol.example")).containsExactly("nsol.example");
        assertThat(names("domain?filters%5Bsearch%5D=nsol")).isEmpty();
        assertThat(names("domain?filters%5Bsearch%5D=%25nsol"))
                .contains("nsol.example", "buoys.nsol.example", "events-nsol.example");
    }

    @Test
    void orderIsFoundByAnyOfItsNames() {
        assertThat(caller.<List<String>>read(
                        ORDERS + "?filters%5Bdomain_name%5D=nsol.example", "$.orders[*].certificate.common_name"))
                .containsExactly("www.nsol.example", "*.nsol.example");
        assertThat(caller.<List<?>>read(ORDERS + "?filters%5Bcommon_name%5D=nsol.example", "$.orders"))
                .isEmpty();
    }

    @Test
    void ordersAreThoseOfOneOrganisation() {
        int id = caller.<List<Integer>>read("organization?filters%5Bassumed_name%5D=NSOL", "$.organizations[*].id")
                .get(0);

        assertThat(caller.<List<Integer>>read(
                        "%s?filters%%5Borganization_id%%5D=%d".formatted(ORDERS, id), "$.orders[*].organization.id"))
                .hasSizeGreaterThan(7)
                .containsOnly(id);
    }

    @Test
    void badListsAreRefusedInWords() {
        assertError(caller.get(ORDERS + "?filters%5Bcolour%5D=red"), 400, "bad_request_format");
        assertError(caller.get(ORDERS + "?sort=colour"), 400, "bad_request_format");
        assertError(caller.get(ORDERS + "?limit=many"), 400, "bad_request_format");
        assertError(
                caller.get(ORDERS + "/status-changes?filters%5Bstatus_last_updated%5D=yesterday"),
                400,
                "bad_request_format");
    }

    @Test
    void listsComeAsTablesToo() {
        var answer = caller.get(ORDERS + "?limit=3", "devkey", "text/csv");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(answer.body().lines()).hasSize(4);
        assertThat(answer.body().lines().findFirst().orElseThrow())
                .contains("id,certificate_id,certificate_common_name,certificate_dns_names");
        assertError(caller.get(ORDERS + "?sort=colour", "devkey", "text/csv"), 400, "bad_request_format");
    }

    @Test
    void activeIsYesHereAndAStringOfOneDigitInside() {
        var domain = caller.get("domain?limit=1").body();

        assertThat(JsonPath.<Boolean>read(domain, "$.domains[0].is_active")).isTrue();
        assertThat(JsonPath.<String>read(domain, "$.domains[0].organization.is_active"))
                .isEqualTo("1");
        assertThat(caller.<Boolean>read("organization?limit=1", "$.organizations[0].is_active"))
                .isTrue();
    }

    @Test
    void organisationsShowTheirValidationWhenAsked() {
        assertThat(caller.get("organization?limit=1").body()).doesNotContain("validations");
        assertThat(caller.<String>read(
                        "organization?limit=1&include_validation=true", "$.organizations[0].validations[0].type"))
                .isEqualTo("ov");
    }

    @Test
    void domainsShowTheirExpiryWhenAsked() {
        assertThat(caller.get("domain").body()).doesNotContain("dcv_expiration", "validations");
        var with = caller.get("domain?include_dcv_expiration_time=true&include_validation=true")
                .body();
        assertThat(JsonPath.<List<String>>read(with, "$.domains[*].dcv_expiration.ov"))
                .isNotEmpty()
                .allMatch(day -> LocalDate.parse(day) != null);
        assertThat(JsonPath.<List<String>>read(with, "$.domains[*].validations[0].status"))
                .contains("active", "expired", "pending");
        int id = JsonPath.read(with, "$.domains[0].id");
        assertThat(caller.get("domain/%d?include_dcv=true".formatted(id)).body())
                .contains("\"dcv_expiration_datetime\":", "\"name_scope\":");
    }

    @Test
    void idsOfCertificatesAreBeyondThirtyOneBits() {
        assertThat(caller.<List<Long>>read(ORDERS, "$.orders[*].certificate.id"))
                .isNotEmpty()
                .allMatch(id -> id > 1L << 31);
    }

    @Test
    void orderThatNeverCameHasNoEnd() {
        var pending = caller.get(ORDERS + "?filters%5Bstatus%5D=pending").body();

        assertThat(JsonPath.<List<?>>read(pending, "$.orders")).isNotEmpty();
        assertThat(pending).doesNotContain("valid_till", "valid_from", "serial_number");
    }

    @Test
    void wildcardsStandInOrdersAloneAndMultiYearPlansEndLater() {
        assertThat(names("domain")).noneMatch(name -> name.startsWith("*"));
        List<String> commonNames = caller.read(ORDERS, "$.orders[*].certificate.common_name");
        assertThat(commonNames).anyMatch(name -> name.startsWith("*."));

        var plan = caller.get(ORDERS + "?filters%5Bproduct_name_id%5D=ssl_basic&limit=1")
                .body();
        assertThat(JsonPath.<String>read(plan, "$.orders[0].is_multi_year_plan"))
                .isEqualTo("1");
        assertThat(LocalDate.parse(JsonPath.read(plan, "$.orders[0].order_valid_till")))
                .isAfter(JsonPath.<String>read(plan, "$.orders[0].certificate.valid_till"));
    }

    @Test
    void everySampleCustomerOfBelnetHasSeveralDomains() {
        var owners = caller.<List<String>>read("domain", "$.domains[*].organization.name").stream()
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));

        assertThat(owners).hasSize(11).doesNotContainKey("Institut de glaciologie appliquée");
        assertThat(owners.values()).allMatch(domains -> domains > 1);
    }

    @Test
    void singleOrderHasWhatItsReplacementNeeds() throws Exception {
        int id = caller.<List<Integer>>read(ORDERS + "?filters%5Bcommon_name%5D=www.nsol.example", "$.orders[*].id")
                .get(0);
        var order = caller.get(ORDERS + "/" + id).body();

        assertThat(JsonPath.<List<String>>read(order, "$.certificate.dns_names"))
                .containsExactly("www.nsol.example", "nsol.example");
        assertThat(JsonPath.<String>read(order, "$.user.email")).isEqualTo("mail-admin@nsol.example");
        assertThat(JsonPath.<List<String>>read(order, "$.additional_emails")).hasSize(1);
        assertThat(readByKeytool(JsonPath.read(order, "$.certificate.csr")))
                .contains("CN=www.nsol.example", "DNSName: www.nsol.example", "DNSName: nsol.example");
        for (var name : List.of("thumbprint", "serial_number")) {
            String other = JsonPath.read(order, "$.certificate." + name);
            assertThat(caller.<Integer>read(ORDERS + "/" + other, "$.id"))
                    .as(name)
                    .isEqualTo(id);
        }
    }

    @Test
    void revokingIsCounted() {
        var issued = caller.get(ORDERS + "?filters%5Bstatus%5D=issued&limit=2").body();
        int order = JsonPath.read(issued, "$.orders[0].id");
        long certificate = JsonPath.read(issued, "$.orders[1].certificate.id");

        assertThat(effects()).isEmpty();
        assertThat(caller.put(ORDERS + "/" + order + "/revoke", "{\"comments\":\"no longer used\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(caller.put("certificate/" + certificate + "/revoke", "{\"skip_approval\":true}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(effects()).containsExactly("certificate revoked", "certificate revoked");
        assertThat(caller.<String>read(ORDERS + "/" + order, "$.status")).isEqualTo("revoked");
        assertError(caller.put(ORDERS + "/" + order + "/revoke", "{}"), 400, "bad_request_format");
        assertThat(effects()).hasSize(2);
    }

    @Test
    void certificateThatDigiCertEndsShowsInTheStatusChanges() {
        int order = caller.<List<Integer>>read(ORDERS + "?filters%5Bstatus%5D=issued&limit=1", "$.orders[*].id")
                .get(0);
        assertThat(end(order, "same-origin").statusCode()).isEqualTo(302);

        var today = LocalDate.now();
        assertThat(caller.<List<Integer>>read(
                        ORDERS + "/status-changes?filters%5Bstatus_last_updated%5D=" + today.minusDays(1) + "..."
                                + today.plusDays(2),
                        "$.orders[?(@.status=='revoked')].order_id"))
                .contains(order);
        assertThat(effects()).containsExactly("certificate ended early by DigiCert");
        assertThat(sandbox.get("/certificates").body()).contains("revoked, ended early by DigiCert");
        assertThat(sandbox.get("/").body())
                .contains("Certificates at DigiCert", "revoked, ended early by DigiCert", "href=\"/certificates\"");
    }

    @Test
    void pageOffersToEndWhatStillRuns() {
        var page = sandbox.get("/certificates").body();
        int valid = orderOf("www.nsol.example");
        int expired = orderOf("mail.nsol.example");

        assertThat(page).contains("End order " + valid + " early", "issued, expired");
        assertThat(page).doesNotContain("End order " + expired + " early");
    }

    @Test
    void allOfAnOrganisationThatRunEndEarly() {
        var expired = orderOf("mail.nsol.example");

        assertThat(endOf("{\"organisation\":\"nsol\"}").statusCode()).isEqualTo(204);
        assertThat(effects()).hasSize(5).containsOnly("certificate ended early by DigiCert");
        assertThat(caller.<String>read(ORDERS + "/" + orderOf("www.nsol.example"), "$.status"))
                .isEqualTo("revoked");
        assertThat(caller.<String>read(ORDERS + "/" + expired, "$.status"))
                .as("what has run out is left")
                .isEqualTo("issued");
        assertThat(caller.<String>read(ORDERS + "/" + orderOf("www.he-ardennes.example"), "$.status"))
                .isEqualTo("issued");
    }

    @Test
    void allOfAllEndEarlyOnce() {
        endOf("");
        int ended = effects().size();
        endOf("{}");

        assertThat(ended).isGreaterThan(30);
        assertThat(effects()).hasSize(ended);
    }

    @Test
    void organisationThatDigiCertDoesNotKnowIsRefused() {
        assertThat(endOf("{\"organisation\":\"NOBODY\"}").statusCode()).isEqualTo(400);
        assertThat(effects()).isEmpty();
    }

    @Test
    void pageEndsAllFromItsOwnFormAlone() {
        assertThat(endAll("cross-site").statusCode()).isEqualTo(403);
        assertThat(effects()).isEmpty();

        assertThat(endAll("same-origin").statusCode()).isEqualTo(302);
        assertThat(effects()).isNotEmpty();
        assertThat(sandbox.get("/certificates").body()).doesNotContain("End order ");
    }

    @Test
    void othersPagesEndNothing() {
        int order = caller.<List<Integer>>read(ORDERS + "?filters%5Bstatus%5D=issued&limit=1", "$.orders[*].id")
                .get(0);

        assertThat(end(order, "cross-site").statusCode()).isEqualTo(403);
        assertThat(caller.<String>read(ORDERS + "/" + order, "$.status")).isEqualTo("issued");
        assertThat(end(1, "same-origin").statusCode()).isEqualTo(400);
    }

    @Test
    void faultsHitReadsByDefault() {
        sandbox.put("/api/faults/digicert", "{\"fault\":\"tooMany\",\"times\":1,\"seconds\":7}");
        var refused = caller.get("organization");

        assertError(refused, 429, "request_limit_exceeded");
        assertThat(refused.headers().firstValue("Retry-After")).contains("7");
        sandbox.put("/api/faults/digicert", "{\"fault\":\"failBefore\",\"times\":1,\"status\":503}");
        assertThat(caller.get("organization").statusCode()).isEqualTo(503);
        assertThat(caller.get("organization").statusCode()).isEqualTo(200);
    }

    @Test
    void limitsOfTheRealServiceHold() {
        try (var limited = SandboxRunner.start("--sandbox.digicert.limits.calls-per-five-seconds=3")) {
            var quick = new CertCentralCaller(limited);
            var statuses = Stream.generate(() -> quick.get("account").statusCode())
                    .limit(4)
                    .toList();

            assertThat(statuses).containsExactly(200, 200, 200, 429);
            assertThat(quick.get("account").headers().firstValue("Retry-After")).isEmpty();
        }
    }

    private static int orderOf(String commonName) {
        return caller.<List<Integer>>read(ORDERS + "?filters%5Bcommon_name%5D=" + commonName, "$.orders[*].id")
                .get(0);
    }

    private static List<String> names(String path) {
        return caller.read(path, "$.domains[*].name");
    }

    /** It refuses a request whose signature is wrong. */
    private static String readByKeytool(String csr) throws IOException {
        var file = Files.writeString(directory.resolve("request.pem"), csr);
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var process = new ProcessBuilder(
                        keytool.toString(), "-J-Duser.language=en", "-printcertreq", "-file", file.toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> effects() {
        return sandbox.bean(Ledger.class).effects("digicert", null).stream()
                .map(Effect::kind)
                .toList();
    }

    private static HttpResponse<String> end(int order, String site) {
        return sandbox.send(sandbox.request("/certificates/end")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString("order=" + order)));
    }

    private static HttpResponse<String> endOf(String request) {
        return sandbox.send(sandbox.request("/api/digicert/ended-certificates")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(request)));
    }

    private static HttpResponse<String> endAll(String site) {
        return sandbox.send(sandbox.request("/certificates/end-all")
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.noBody()));
    }

    private static void assertError(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JsonPath.<String>read(answer.body(), "$.errors[0].code")).isEqualTo(code);
        assertThat(JsonPath.<String>read(answer.body(), "$.errors[0].message")).isNotBlank();
    }
}

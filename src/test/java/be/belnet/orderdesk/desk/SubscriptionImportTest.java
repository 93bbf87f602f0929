package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Multipart;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.security.Browser;
import be.belnet.orderdesk.subscription.KnownSubscriptions;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.subscription.Subscriptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What customers had before Orderdesk, from a file. */
@ProcessTest
class SubscriptionImportTest {
    private static final String HEAD = "acronym,service,contract_number,contract_start,price_line,licence_serial,"
            + "licence_end,appliance,domains,authority,organisation_id\n";

    @LocalServerPort
    int port;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    KnownSubscriptions known;

    @Autowired
    Register register;

    @Autowired
    ObjectMapper json;

    private String customer;
    private String mark;
    private ApiCaller manager;

    @BeforeEach
    void customerOfBelnet() {
        customer = register.university("nl");
        mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        manager = new ApiCaller(port, "manager1", "en");
    }

    @Test
    void installedBaseIsTakenOverAndTheSecondTimeChangesNothing() throws Exception {
        JsonNode first = imported(bams() + dcs());
        JsonNode second = imported(bams() + dcs());

        assertThat(first.path("created").asInt()).isEqualTo(2);
        assertThat(first.path("refusals")).isEmpty();
        assertThat(second.path("unchanged").asInt()).isEqualTo(2);
        assertThat(second.path("created").asInt()).isZero();
        Subscription mail = subscriptions.running(customer, "BAMS").get(0);
        assertThat(mail.state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(mail.orderNumber()).isNull();
        assertThat(mail.agreement().contractNumber()).isEqualTo("M-" + mark);
        assertThat(mail.agreement().startsOn()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(mail.activatedOn()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(mail.references().licenceSerial()).isEqualTo("FEVM" + mark + "0001");
        assertThat(mail.references().licenceEndsOn()).isEqualTo(LocalDate.of(2099, 2, 28));
        assertThat(subscriptions.domains(mail.id())).containsExactly("a.example", "xn--mnchen-3ya.example");
        Subscription certificates = subscriptions.running(customer, "DCS").get(0);
        assertThat(certificates.references().authority()).isEqualTo("sectigo");
        assertThat(certificates.references().organisationId()).isEqualTo("4711");
        assertThat(subscriptions.domains(certificates.id())).containsExactly("*.a.example");
        assertThat(subscriptions.history(mail.id())).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo("imported");
            assertThat(event.actor()).isEqualTo("manager1");
        });
    }

    @Test
    void threeHundredAreTakenOverAtOnce() throws Exception {
        String lines = IntStream.range(0, 300)
                .mapToObj(i -> i % 2 == 0
                        ? bams().replace("M-" + mark, "M-" + mark + i)
                                .replace("0001", "%04d".formatted(i))
                                .replace("app-" + mark, "app-" + mark + i)
                        : dcs().replace("D-" + mark, "D-" + mark + i))
                .collect(Collectors.joining());

        assertThat(imported(lines).path("created").asInt()).isEqualTo(300);
        assertThat(imported(lines).path("unchanged").asInt()).isEqualTo(300);
    }

    @Test
    void correctedLineCorrectsAndTellsWhat() throws Exception {
        imported(bams());
        JsonNode report = imported(
                bams().replace("BAMS-2026-01-base", "BAMS-2026-02-base").replace("a.example", "b.example"));

        assertThat(report.path("updated").asInt()).isOne();
        Subscription corrected = subscriptions.running(customer, "BAMS").get(0);
        assertThat(corrected.agreement().priceLine()).isEqualTo("BAMS-2026-02-base");
        assertThat(subscriptions.history(corrected.id())).last().satisfies(event -> assertThat(event.detail())
                .isEqualTo("price_line, domains"));
    }

    @Test
    void fileUndoesNothingThatHappenedSince() throws Exception {
        imported(bams());
        long id = subscriptions.running(customer, "BAMS").get(0).id();
        LocalDate extended = LocalDate.of(2100, 2, 28);
        subscriptions.keepLicenceEnd(id, extended, null);
        subscriptions.changePrice(id, "BAMS-2026-04-atp", LocalDate.of(2026, 1, 1), null);

        assertThat(imported(bams()).path("unchanged").asInt()).isOne();
        assertThat(subscriptions.get(id).agreement().priceLine()).isEqualTo("BAMS-2026-04-atp");
        imported(bams().replace("a.example", "b.example"));
        assertThat(subscriptions.get(id).references().licenceEndsOn()).isEqualTo(extended);
        subscriptions.terminate(id, LocalDate.of(2026, 1, 1), null);
        assertThat(imported(bams().replace("a.example", "b.example"))
                        .path("unchanged")
                        .asInt())
                .isOne();
        assertThat(reasons(imported(bams()))).containsExactly("2 contract_number ended");
        assertThat(subscriptions.get(id).state()).isEqualTo(SubscriptionState.TERMINATED);
    }

    @Test
    void badLineRefusesOnlyItselfWithAllThatIsWrong() throws Exception {
        String bad = "NOBODY-HAS-THIS,BAMS,=cmd,2099-01-01,DCS-2026,x,2026-02-30,,nodomain,sectigo,1\n";
        JsonNode report = imported(bad + bams());

        assertThat(report.path("created").asInt()).isOne();
        assertThat(report.path("refused").asInt()).isOne();
        assertThat(reasons(report))
                .containsExactlyInAnyOrder(
                        "2 acronym unknownOrganisation",
                        "2 contract_number number",
                        "2 contract_start inFuture",
                        "2 price_line noPriceLine",
                        "2 authority otherService",
                        "2 organisation_id otherService",
                        "2 licence_serial number",
                        "2 licence_end date",
                        "2 domains mailDomain");
    }

    @ParameterizedTest
    @CsvSource({
        "en, No organisation has the acronym",
        "nl, Geen organisatie heeft het acroniem",
        "fr, Aucune organisation",
        "de, Keine Organisation"
    })
    void reasonsAreInTheCallersLanguage(String language, String words) throws Exception {
        String file = HEAD + bams().replace(customer, "NOBODY-HAS-THIS") + "x,y\n";
        JsonNode report = json.readTree(post(manager.reading(language), file));

        assertThat(report.path("refusals").get(0).path("text").asText()).startsWith(words);
        assertThat(report.toString()).doesNotContain("refusal.", "??");
        String page = manager.reading(language)
                .get("/subscriptions/import/" + report.path("id").asLong())
                .body();
        assertThat(page)
                .contains(words)
                .doesNotContain("??")
                .doesNotContainPattern("[>\"]\\s*(subscription|customer)\\.\\w+");
        assertThat(manager.reading(language).get("/subscriptions/import").body())
                .doesNotContain("??")
                .doesNotContainPattern("[>\"]\\s*(subscription|customer)\\.\\w+");
    }

    @Test
    void everyReasonHasItsWords() throws Exception {
        List<String> reasons = List.of(
                "inFuture",
                "noPriceLine",
                "number",
                "date",
                "domain",
                "otherService",
                "anothersContract",
                "fromOrder",
                "ended",
                "taken",
                "missing",
                "tooLong",
                "unlisted",
                "mailDomain",
                "controlCharacter",
                "cellCount",
                "columnMissing",
                "notUtf8",
                "unreadable",
                "duplicate",
                "unknownOrganisation",
                "notStored");
        for (String suffix : List.of("", "_nl", "_fr", "_de")) {
            String all = read("messages/subscription" + suffix) + read("messages/customer" + suffix);
            assertThat(reasons).allSatisfy(reason -> assertThat(all)
                    .containsPattern("(subscription|customer)\\.refusal\\." + reason + "="));
        }
    }

    @Test
    void whatBelongsToAnotherIsRefused() throws Exception {
        imported(bams());
        String other = register.university("fr");
        assertThat(reasons(imported(bams().replace(customer, other))))
                .containsExactly("2 contract_number anothersContract");
        assertThat(reasons(imported(bams().replace(customer, other).replace("M-" + mark, "N-" + mark))))
                .containsExactly("2 licence_serial taken");
        assertThat(reasons(imported(bams() + bams()))).containsExactly("3 contract_number duplicate");
        Subscription ours = known.certificates(customer, LocalDate.of(2026, 1, 1));
        assertThat(reasons(imported(dcs().replace("D-" + mark, ours.agreement().contractNumber()))))
                .containsExactly("2 contract_number fromOrder");
    }

    @Test
    void customerThatWasRenamedIsTheSame() throws Exception {
        imported(bams());
        register.rename(customer);

        assertThat(imported(bams()).path("unchanged").asInt()).isOne();
    }

    @Test
    void unreadableFileIsRefusedAsAWhole() throws Exception {
        for (String file : List.of("acronym,service\nA,BAMS\n", "", "\"")) {
            var answer = send(manager, file);
            assertThat(answer.statusCode()).as(file).isEqualTo(400);
            assertThat(json.readTree(answer.body())
                            .path("refusals")
                            .get(0)
                            .path("line")
                            .asInt())
                    .isZero();
        }
        assertThat(manager.post("/subscriptions/import", new Multipart().file("file", new byte[0]))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void fileTooLargeIsRefused() {
        assertThat(send(manager, "x".repeat(6_000_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void pageTakesTheFileAndShowsWhatCameOfIt() {
        var answer = manager.post(
                "/subscriptions/import",
                new Multipart().file("file", (HEAD + bams()).getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.statusCode()).isEqualTo(302);
        String address = answer.headers().firstValue("Location").orElse("").replaceFirst("http://[^/]*", "");
        assertThat(manager.get(address).body()).contains("<dt>New</dt>", "<dd>1</dd>");
        assertThat(manager.get("/subscriptions/import/987654321").statusCode()).isEqualTo(404);
        assertThat(manager.get("/subscriptions").body()).contains("href=\"/subscriptions/import\"");
        assertThat(manager.as("desk1").get("/subscriptions").body()).doesNotContain("/subscriptions/import");
    }

    @ParameterizedTest
    @CsvSource({
        "manager1, 200",
        "admin, 200",
        "desk1, 403",
        "relations1, 403",
        "adviser1, 403",
        "operations1, 403",
        "auditor1, 403"
    })
    void managersAndAdministratorsImport(String user, int status) {
        ApiCaller caller = manager.as(user);

        assertThat(send(caller, HEAD + bams()).statusCode()).isEqualTo(status);
        assertThat(caller.get("/subscriptions/import").statusCode()).isEqualTo(status);
        assertThat(new Browser(port).get("/subscriptions/import").statusCode()).isEqualTo(401);
    }

    private String bams() {
        return "%s,BAMS,M-%s,2024-02-29,BAMS-2026-01-base,FEVM%s0001,2099-02-28,app-%s,a.example münchen.example,,\n"
                .formatted(customer, mark, mark, mark);
    }

    private String dcs() {
        return "%s,DCS,D-%s,2025-01-01,DCS-2026,,,,*.a.example,sectigo,4711\n"
                .formatted(customer.toLowerCase(Locale.ROOT), mark);
    }

    private JsonNode imported(String lines) throws IOException {
        return json.readTree(post(manager, HEAD + lines));
    }

    private static List<String> reasons(JsonNode report) {
        return StreamSupport.stream(report.path("refusals").spliterator(), false)
                .map(one -> "%d %s %s"
                        .formatted(
                                one.path("line").asLong(),
                                one.path("field").asText(),
                                one.path("reason").asText()))
                .toList();
    }

    private static String post(ApiCaller caller, String file) {
        return send(caller, file).body();
    }

    private static java.net.http.HttpResponse<String> send(ApiCaller caller, String file) {
        return caller.postCsv("/api/subscriptions/import", file);
    }

    private static String read(String bundle) throws IOException {
        try (var in = SubscriptionImportTest.class.getResourceAsStream("/" + bundle + ".properties")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

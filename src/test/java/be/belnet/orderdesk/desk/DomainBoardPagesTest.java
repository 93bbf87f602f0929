package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.dcs.KnownDomains;
import be.belnet.orderdesk.security.Browser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The board of domains as page, file and API, and for whom it is. */
@ProcessTest
class DomainBoardPagesTest {
    private static final String MISSING =
            "[{\"kind\":\"LONG_TTL\",\"at\":\"x.example\",\"seen\":\"86400\",\"expected\":\"300\"},"
                    + "{\"kind\":\"MISSING\",\"at\":\"_x.geo.example\",\"seen\":\"\",\"expected\":\"<b>y</b>\"}]";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Register register;

    @Autowired
    ObjectMapper json;

    private KnownDomains known;
    private String customer;
    private String file;
    private ApiCaller relations;

    @BeforeEach
    void customerWithAFile() {
        known = new KnownDomains(jdbc);
        customer = register.university("nl");
        file = known.file(customer);
        relations = new ApiCaller(port, "relations1", "en");
    }

    @Test
    void pageSaysInWordsWhereADomainStands() {
        known.at(file, customer, "geo")
                .with("wildcard", "wanted")
                .with("findings", MISSING)
                .with("looked_at", java.sql.Timestamp.valueOf("2026-11-02 10:15:00"))
                .put();

        assertThat(page(relations))
                .contains(
                        "geo-" + known.mark() + ".example",
                        "Organisation " + customer,
                        "/customers/" + customer,
                        "Sectigo",
                        "CNAME record",
                        "Proof awaited",
                        "wildcard wanted",
                        "Hinders the validation:",
                        "Nothing is published at _x.geo.example. Expected there: &lt;b&gt;y&lt;/b&gt;",
                        "looked at 2 Nov 2026",
                        "/orders/" + file)
                .doesNotContain("<b>y");
        assertThat(page(relations.reading("nl"))).contains("Bewijs verwacht", "Verhindert de validatie:");
        assertThat(page(relations.reading("fr"))).contains("Preuve attendue", "Empêche la validation\u00A0:");
        assertThat(page(relations.reading("de"))).contains("Nachweis erwartet", "Verhindert die Validierung:");
    }

    @Test
    void noTextIsAMessageKey() {
        List.of(
                        "waiting",
                        "recordAwaited",
                        "submitted",
                        "refused",
                        "wildcardAwaited",
                        "wildcardRefused",
                        "validated",
                        "givenUp")
                .forEach(state -> known.at(file, customer, state.toLowerCase())
                        .state(state, 3)
                        .with("wildcard", state.equals("givenUp") ? "declined" : "wanted")
                        .with("method", state.equals("waiting") ? "EMAIL" : "HTTPS")
                        .with("trouble", "No such organisation")
                        .put());
        known.at(file, customer, "old")
                .state("validated", 400)
                .validFor(-1)
                .with("wildcard", "added")
                .put();

        for (String language : List.of("en", "nl", "fr", "de")) {
            for (String address : List.of("", "/progress", ".csv", "?q=nobody-has-this", "?before=soon")) {
                String separator = address.contains("?") ? "&" : "?";
                assertThat(relations
                                .reading(language)
                                .get("/dcs/domains" + address + separator + "customer=" + customer)
                                .body())
                        .as(language + address)
                        .doesNotContain("??")
                        .doesNotContainPattern("[>\"]\\s*(board|domains|field|form)\\.\\w+");
            }
        }
    }

    @Test
    void validationThatHasRunOutIsShownAsSuch() {
        known.at(file, customer, "old").state("validated", 400).validFor(-1).put();

        assertThat(page(relations)).contains("Validation run out", ">run out<").doesNotContain("tag good");
    }

    @Test
    void pagesKeepTheFilterAndCountsLeadToTheirState() {
        IntStream.range(0, 51)
                .forEach(i -> known.at(file, customer, "n" + i).with("place", i).put());

        String first = page(relations);
        assertThat(first)
                .contains(
                        "51 domains",
                        "Page 1 of 2",
                        "/dcs/domains?q=" + known.mark() + "&amp;page=1",
                        "/dcs/domains?q=" + known.mark() + "&amp;state=recordAwaited",
                        "/dcs/domains?q=" + known.mark() + "&amp;sort=customer",
                        "/dcs/domains.csv?q=" + known.mark());
        assertThat(relations.get("/dcs/domains?page=1&q=" + known.mark()).body())
                .contains("Page 2 of 2")
                .containsOnlyOnce("class=\"name\"");
        assertThat(relations.get("/dcs/domains?page=9&q=" + known.mark()).body())
                .contains("page=1\"");
    }

    @Test
    void nothingFoundIsSaidInWords() {
        assertThat(page(relations.reading("nl")))
                .contains("Niets voldoet aan dit alles.")
                .doesNotContain("<table");
        assertThat(relations.get("/dcs/domains/progress?q=" + known.mark()).body())
                .contains("Nothing matches all of this.");
    }

    @Test
    void filterThatMakesNoSenseIsRefusedInWordsAndKept() {
        for (String address : List.of("/dcs/domains", "/dcs/domains/progress", "/dcs/domains.csv")) {
            var answer = relations.reading("fr").get(address + "?before=soon&q=%3Cb%3E");
            assertThat(answer.statusCode()).as(address).isEqualTo(400);
            assertThat(answer.body())
                    .contains("«\u00A0Expire avant le\u00A0» n’est pas une date")
                    .doesNotContain("<b>");
        }
        assertThat(relations.get("/dcs/domains?before=soon").body()).contains("value=\"soon\"");
    }

    @Test
    void progressTellsHowFarACustomerIs() {
        known.at(file, customer, "a").state("validated", 3).put();
        known.at(file, customer, "b").put();
        known.at(file, customer, "c").state("givenUp", 3).put();

        assertThat(relations.get("/dcs/domains/progress?q=" + known.mark()).body())
                .contains(
                        "1 of 3 domains validated, 1 given up",
                        "1 customer, 0 of them done",
                        "1 of 3 validated",
                        "Organisation " + customer,
                        "/dcs/domains?customer=" + customer,
                        "x=\"66.67\" width=\"33.33\"");
    }

    @Test
    void fileHoldsAllPagesInTheReadersWordsAndNoFormula() {
        IntStream.range(0, 51).forEach(i -> known.at(file, customer, "n" + i)
                .with("place", i)
                .state("validated", 9)
                .put());
        known.at(file, customer, "bad")
                .state("refused", 2)
                .with("trouble", "=HYPERLINK(\"http://evil.example\";\"x\")")
                .put();

        var answer = relations.reading("nl").get("/dcs/domains.csv?q=" + known.mark());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"domains.csv\"");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(53);
        assertThat(lines.get(0)).startsWith("\uFEFFDomein;Wildcard;Klant;");
        assertThat(lines.get(1))
                .startsWith("bad-" + known.mark() + ".example;niet gevraagd;" + customer + ";")
                .contains(";Niet aanvaard;Belnet;", ";\"'=HYPERLINK(");
    }

    @Test
    void readersReadAndHaveNothingToActWith() {
        long id = known.at(file, customer, "geo").put();
        long other =
                known.at(file, customer, "proved").state("wildcardAwaited", 2).put();

        for (String reader : List.of("desk1", "adviser1", "manager1", "auditor1")) {
            var caller = relations.as(reader);
            assertThat(page(caller))
                    .as(reader)
                    .contains("geo-" + known.mark())
                    .doesNotContain("giving-up", "/wildcard");
            assertThat(act(caller, id, "wildcard").statusCode()).as(reader).isEqualTo(403);
            assertThat(act(caller, id, "giving-up").statusCode()).as(reader).isEqualTo(403);
        }
        assertThat(page(relations.as("adviser1"))).doesNotContain("/customers/" + customer);
        for (String actor : List.of("relations1", "operations1")) {
            assertThat(page(relations.as(actor))).as(actor).contains(id + "/giving-up", other + "/wildcard");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dcs/domains",
                "/dcs/domains/progress",
                "/dcs/domains.csv",
                "/api/dcs/domains",
                "/api/dcs/domains/progress"
            })
    void strangersAndAdministratorsSeeNothing(String address) {
        assertThat(relations.as("admin").get(address).statusCode()).isEqualTo(403);
        assertThat(new Browser(port).get(address).statusCode()).isEqualTo(401);
        assertThat(new Browser(port).page(address).statusCode()).isIn(302, 401);
    }

    @Test
    void nothingIsDoneWithoutThePagesToken() {
        long id = known.at(file, customer, "geo").put();
        Browser browser = new Browser(port).signIn("relations1");

        assertThat(browser.upload(null, "/dcs/domains/" + id + "/giving-up", "Sold", new byte[0])
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void givingUpNeedsAReasonAndOpensTheFormAgain() {
        long id = known.at(file, customer, "geo").put();

        var answer = relations.postForm(
                "/dcs/domains/%d/giving-up?q=%s".formatted(id, known.mark()), Map.of("reason", "  "));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<details open", "“Reason” is missing.", "geo-" + known.mark());
    }

    @Test
    void whatIsNoLongerToBeDoneIsSaid() {
        long id = known.at(file, customer, "geo").state("validated", 2).put();

        for (String act : List.of("wildcard", "giving-up")) {
            var answer = act(relations, id, act);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/dcs/domains?q=" + known.mark());
        }
        assertThat(act(relations, Long.MAX_VALUE, "wildcard").statusCode()).isEqualTo(404);
    }

    @Test
    void apiTellsTheSame() throws Exception {
        long id = known.at(file, customer, "geo").with("findings", MISSING).put();
        known.at(file, customer, "old").state("validated", 400).validFor(-1).put();

        JsonNode page = json.readTree(relations
                .reading("de")
                .get("/api/dcs/domains?q=" + known.mark())
                .body());
        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(page.path("states").toString()).isEqualTo("{\"runOut\":1,\"recordAwaited\":1}");
        JsonNode domain = page.path("domains").get(0);
        assertThat(domain.path("id").asLong()).isEqualTo(id);
        assertThat(domain.path("state").asText()).isEqualTo("recordAwaited");
        assertThat(domain.path("actor").asText()).isEqualTo("customer");
        assertThat(domain.path("method").asText()).isEqualTo("cname");
        assertThat(domain.path("order").asText()).isEqualTo(file);
        assertThat(domain.path("validUntil").isNull()).isTrue();
        assertThat(domain.path("findings").get(1).path("text").asText()).contains("nichts veröffentlicht");
        assertThat(page.path("domains").get(1).path("runOut").asBoolean()).isTrue();

        JsonNode progress = json.readTree(relations
                .get("/api/dcs/domains/progress?customer=" + customer.toLowerCase())
                .body());
        assertThat(progress.path("customers").get(0).path("customer").asText()).isEqualTo(customer);
        assertThat(progress.path("sum").path("waitingForBelnet").asInt()).isOne();
        assertThat(progress.path("total").asInt()).isOne();
    }

    @Test
    void apiGivesTheTableToWhoAcceptsIt() {
        known.at(file, customer, "geo").with("findings", MISSING).put();

        var answer = accepting("text/csv", "?q=" + known.mark());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.body().lines().skip(1)).singleElement().satisfies(line -> assertThat(line)
                .startsWith("geo-" + known.mark() + ".example,none," + customer + ",sectigo,")
                .contains(",recordAwaited,customer,", ",missing,"));
        assertThat(accepting("*/*", "?q=" + known.mark()).body()).startsWith("{\"domains\":[");
    }

    @ParameterizedTest
    @CsvSource({"application/json", "text/csv", "*/*"})
    void apiRefusesWhatMakesNoSenseInTheCallersLanguage(String accepted) throws Exception {
        var answer = accepting(accepted, "?state=sleeping&page=x");

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.path("detail").asText()).contains("„toestand”: kies", "„Pagina” moet een geheel getal zijn");
        assertThat(problem.path("errors")).hasSize(2);
    }

    private String page(ApiCaller caller) {
        return caller.get("/dcs/domains?q=" + known.mark()).body();
    }

    private HttpResponse<String> act(ApiCaller caller, long id, String act) {
        return caller.postForm("/dcs/domains/%d/%s?q=%s".formatted(id, act, known.mark()), Map.of("reason", "Sold"));
    }

    private HttpResponse<String> accepting(String type, String query) {
        String basic = Base64.getEncoder().encodeToString("auditor1:auditor1".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/dcs/domains" + query))
                .header("Authorization", "Basic " + basic)
                .header("Accept", type)
                .header("Accept-Language", "nl")
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}

package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.security.Browser;
import be.belnet.orderdesk.subscription.KnownSubscriptions;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers have, as page, file and API, and for whom it is. */
@ProcessTest
class SubscriptionPagesTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 2, 29);
    private static final LocalDate TRIAL = LocalDate.of(2099, 3, 30);

    @LocalServerPort
    int port;

    @Autowired
    KnownSubscriptions known;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Register register;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private Subscription subscription;
    private ApiCaller relations;

    @BeforeEach
    void customerWithMailSecurity() {
        subscription = known.mailSecurity("nl", FIRST, TRIAL);
        relations = new ApiCaller(port, "relations1", "en");
    }

    @Test
    void pageOfASubscriptionSaysAllThatIsKnownOfIt() {
        assertThat(sheet(relations))
                .contains(
                        "BAMS · " + subscription.acronym(),
                        "Organisation " + subscription.acronym(),
                        subscription.agreement().contractNumber(),
                        "29 Feb 2024",
                        "1 Mar 2025",
                        "by itself until somebody gives notice",
                        "BAMS-2026-01-base: €1,450.00 a year without VAT",
                        "30 Mar 2099",
                        subscription.references().licenceSerial(),
                        subscription.references().applianceId(),
                        subscription.acronym().toLowerCase(Locale.ROOT) + ".example",
                        "Active from 29 Feb 2024 on, price line BAMS-2026-01-base",
                        "Delivery has begun",
                        "/orders/" + subscription.orderNumber())
                .doesNotContain("First day without the service");
        assertThat(sheet(relations.reading("fr"))).contains("Ligne tarifaire", "année contractuelle en cours");
    }

    @Test
    void noticeShowsOnBothPages() {
        subscriptions.giveNotice(subscription.id(), LocalDate.of(2026, 5, 1), LocalDate.of(2027, 1, 1), null);

        assertThat(sheet(relations))
                .contains("First day without the service", "Notice given on 1 May 2026")
                .doesNotContain("by itself until");
        assertThat(list(relations, subscription.acronym())).contains("ends: without the service from 1 Jan 2027 on");
    }

    @Test
    void noTextIsAMessageKey() {
        Subscription certificates = known.certificates(subscription.acronym(), FIRST);
        String file = known.order("DCS", subscription.acronym(), "nl");
        subscriptions.open("DCS", subscription.acronym(), file);
        jdbc.sql("insert into subscription_event (subscription_id, happened_at, actor, kind, counts_from, detail)"
                        + " select ?, current_timestamp, 'orderdesk', k.kind, current_date, null from (values"
                        + " ('trialReminded'), ('trialLastDay'), ('trialEnded'), ('trialEndedAsk'), ('corrected'),"
                        + " ('licenceEndSeen'), ('licenceExtended'), ('licenceLeft'), ('noticeWithdrawn'), ('imported'))"
                        + " as k(kind)")
                .param(subscription.id())
                .update();
        subscriptions.beginMigration(subscription.acronym(), "DCS", file);
        subscriptions.endMigration(file, "harica", "1");
        subscriptions.beginMigration(subscription.acronym(), "DCS", file);
        subscriptions.endMigration(file, "harica", null);
        subscriptions.changePrice(certificates.id(), "DCS-2026", FIRST, null);
        subscriptions.terminate(certificates.id(), FIRST, null);

        for (String language : List.of("en", "nl", "fr", "de")) {
            for (String address : List.of(
                    "?q=" + subscription.acronym(),
                    "?q=nobody-has-this",
                    "?state=sleeping",
                    "/subscriptions.csv?q=" + subscription.acronym(),
                    "/" + subscription.id(),
                    "/" + certificates.id())) {
                assertThat(relations
                                .reading(language)
                                .get("/subscriptions" + address)
                                .body())
                        .as(language + address)
                        .doesNotContain("??")
                        .doesNotContainPattern("[>\"]\\s*(subscription|desk|field|form)\\.\\w+");
            }
        }
    }

    @Test
    void subscriptionIsFoundByWhatPeopleKnowOfIt() {
        String acronym = subscription.acronym();
        for (String words : List.of(
                acronym.toLowerCase(Locale.ROOT),
                "Organisation " + acronym,
                subscription.agreement().contractNumber().toLowerCase(Locale.ROOT),
                subscription.references().licenceSerial(),
                subscription.orderNumber(),
                acronym + ".example")) {
            assertThat(list(relations, words)).as(words).contains("/subscriptions/" + subscription.id() + "\"");
        }
        assertThat(list(relations, "%")).doesNotContain("/subscriptions/" + subscription.id() + "\"");
    }

    @Test
    void customerThatIsRenamedIsFoundByBothAcronyms() {
        String renamed = register.rename(subscription.acronym());

        assertThat(list(relations, renamed)).contains("/subscriptions/" + subscription.id() + "\"");
        assertThat(list(relations, subscription.acronym())).contains("/subscriptions/" + subscription.id() + "\"");
    }

    @Test
    void filtersAndPagesGoTogether() {
        String acronym = subscription.acronym();
        IntStream.range(0, 50).forEach(i -> known.certificates(acronym, FIRST));

        assertThat(list(relations, acronym))
                .contains("51 subscriptions", "Page 1 of 2", "/subscriptions?q=" + acronym + "&amp;page=1");
        assertThat(relations.get("/subscriptions?page=1&q=" + acronym).body())
                .contains("Page 2 of 2")
                .containsOnlyOnce("class=\"name\"");
        assertThat(relations.get("/subscriptions?service=BAMS&q=" + acronym).body())
                .contains("1 subscription<")
                .doesNotContain("Page 1 of 2");
        assertThat(relations.get("/subscriptions?state=terminated&q=" + acronym).body())
                .contains("Nothing matches all of this.", "aria-current=\"page\"");
    }

    @Test
    void fileHoldsNoFormula() {
        jdbc.sql("update subscription set contract_number = ? where id = ?")
                .params("=HYPERLINK(\"x\")" + subscription.id(), subscription.id())
                .update();
        var answer = relations.reading("nl").get("/subscriptions/subscriptions.csv?q=" + subscription.acronym());

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("\uFEFFNummer;Klant;Naam;Dienst;");
        assertThat(lines.get(1)).contains(";BAMS;Actief;", ";\"'=HYPERLINK(");
    }

    @Test
    void hostileWordsStayWords() {
        jdbc.sql("update subscription set contract_number = ? where id = ?")
                .params("<b>" + subscription.id(), subscription.id())
                .update();

        assertThat(sheet(relations)).contains("&lt;b&gt;").doesNotContain("<b>");
        assertThat(relations.get("/subscriptions?state=%3Cb%3E&q=%3Cb%3E").body())
                .doesNotContain("<b>");
    }

    @Test
    void everyGroupThatWorksOnOrdersReads() {
        for (String reader : List.of("desk1", "relations1", "adviser1", "operations1", "manager1", "auditor1")) {
            assertThat(sheet(relations.as(reader))).as(reader).contains("BAMS · " + subscription.acronym());
            assertThat(relations
                            .as(reader)
                            .get("/api/subscriptions/" + subscription.id())
                            .statusCode())
                    .as(reader)
                    .isEqualTo(200);
        }
        assertThat(sheet(relations.as("adviser1"))).doesNotContain("/customers/" + subscription.acronym());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/subscriptions",
                "/subscriptions/1",
                "/subscriptions/subscriptions.csv",
                "/api/subscriptions",
                "/api/subscriptions/1"
            })
    void strangersAndAdministratorsSeeNothing(String address) {
        assertThat(relations.as("admin").get(address).statusCode()).isEqualTo(403);
        assertThat(new Browser(port).get(address).statusCode()).isEqualTo(401);
    }

    @Test
    void whatDoesNotExistIsSaid() {
        assertThat(relations.get("/subscriptions/987654321").statusCode()).isEqualTo(404);
        assertThat(relations.get("/api/subscriptions/987654321").statusCode()).isEqualTo(404);
        assertThat(relations.get("/api/subscriptions/none").statusCode()).isEqualTo(400);
        assertThat(relations.get("/subscriptions/none").statusCode()).isEqualTo(404);
    }

    @Test
    void apiTellsTheSame() throws Exception {
        JsonNode page = json.readTree(relations
                .get("/api/subscriptions?service=bams&q=" + subscription.acronym())
                .body());
        assertThat(page.path("total").asInt()).isOne();
        assertThat(page.path("states").toString()).isEqualTo("{\"active\":1}");
        assertThat(page.path("subscriptions").get(0).has("history")).isFalse();

        JsonNode one = json.readTree(
                relations.get("/api/subscriptions/" + subscription.id()).body());
        assertThat(one.path("customer").asText()).isEqualTo(subscription.acronym());
        assertThat(one.path("state").asText()).isEqualTo("active");
        assertThat(one.path("contractStartsOn").asText()).isEqualTo("2024-02-29");
        assertThat(one.path("firstYearOverOn").asText()).isEqualTo("2025-03-01");
        assertThat(one.path("licence").asText())
                .isEqualTo(subscription.references().licenceSerial());
        assertThat(one.path("endsOn").isNull()).isTrue();
        assertThat(one.path("domains")).hasSize(1);
        assertThat(one.path("history").get(2).path("kind").asText()).isEqualTo("activated");
        assertThat(one.path("history").get(2).path("to").asText()).isEqualTo("active");
    }

    @Test
    void apiGivesTheTableToWhoAcceptsIt() {
        var answer = accepting("text/csv", "?q=" + subscription.acronym());

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.body().lines().skip(1)).singleElement().satisfies(line -> assertThat(line)
                .startsWith(subscription.id() + ",BAMS,active," + subscription.acronym()));
    }

    @Test
    void apiRefusesWhatMakesNoSenseInTheCallersLanguage() throws Exception {
        var answer = relations.reading("nl").get("/api/subscriptions?state=sleeping&page=x&service=ABC");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("errors")).hasSize(3);
        assertThat(answer.body()).contains("Pagina").doesNotContain("form.error");
    }

    private String sheet(ApiCaller caller) {
        return caller.get("/subscriptions/" + subscription.id()).body();
    }

    private static String list(ApiCaller caller, String words) {
        return caller.get("/subscriptions?q=" + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body();
    }

    private HttpResponse<String> accepting(String type, String query) {
        String basic = Base64.getEncoder().encodeToString("relations1:relations1".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/subscriptions" + query))
                .header("Authorization", "Basic " + basic)
                .header("Accept", type)
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}

package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.security.Browser;
import be.belnet.orderdesk.subscription.KnownSubscriptions;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What invoicing gets: what began, changed its price or ended in a period. */
@ProcessTest
class InvoicingTest {
    private static final LocalDate FIRST = LocalDate.of(2031, 3, 1);
    private static final LocalDate CHANGED = LocalDate.of(2031, 6, 1);
    private static final LocalDate END = LocalDate.of(2032, 1, 1);

    @LocalServerPort
    int port;

    @Autowired
    KnownSubscriptions known;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    JdbcClient jdbc;

    private Subscription subscription;
    private ApiCaller relations;

    @BeforeEach
    void subscriptionThatChangesAndEnds() {
        subscription = known.mailSecurity("nl", FIRST, FIRST.plusDays(30));
        subscriptions.changePrice(subscription.id(), "BAMS-2026-02-atp", CHANGED, null);
        subscriptions.terminate(subscription.id(), END, null);
        relations = new ApiCaller(port, "relations1", "en");
    }

    @Test
    void eachThingStandsOnceInThePeriodItCountsFrom() {
        assertThat(lines("2031-03-01", "2031-03-01")).singleElement().satisfies(line -> assertThat(line)
                .startsWith("activation,2031-03-01," + subscription.id() + ",BAMS," + subscription.acronym()
                        + ",Organisation " + subscription.acronym() + ",,")
                .contains(subscription.agreement().contractNumber()
                        + ",2031-03-01,BAMS-2026-01-base,1450.00,,2031-03-31," + subscription.orderNumber()));
        assertThat(lines("2031-03-02", "2031-05-31")).isEmpty();
        assertThat(lines("2031-06-01", "2031-12-31")).singleElement().satisfies(line -> assertThat(line)
                .startsWith("change,2031-06-01,")
                .contains(",BAMS-2026-02-atp,3500.00,BAMS-2026-01-base,"));
        assertThat(lines("2032-01-01", "2032-01-31")).singleElement().satisfies(line -> assertThat(line)
                .startsWith("end,2032-01-01,")
                .contains(",BAMS-2026-02-atp,3500.00,,"));
        assertThat(lines("2031-01-01", "2032-12-31")).hasSize(3);
    }

    @Test
    void orderThatWasLeftIsNotInvoiced() {
        String order = known.order("DCS", subscription.acronym(), "nl");
        long id = subscriptions.open("DCS", subscription.acronym(), order).id();
        subscriptions.terminate(id, END, null);

        assertThat(lines("2032-01-01", "2032-01-01"))
                .as("what never began does not end")
                .noneMatch(line -> line.contains(order));
    }

    @Test
    void fileForPeopleIsInTheirWordsAndHoldsNoFormula() {
        jdbc.sql("update service_order set customer_reference = ? where number = ?")
                .params("=1+1", subscription.orderNumber())
                .update();
        var answer = relations.reading("nl").get("/subscriptions/invoicing.csv?from=2031-03-01&to=2031-03-01");

        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("invoicing-2031-03-01-2031-03-01.csv");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.get(0)).startsWith("\uFEFFGebeurtenis;Op;Nummer;Dienst;Klant;Naam;");
        assertThat(lines)
                .anySatisfy(line ->
                        assertThat(line).startsWith("Activering;2031-03-01;").endsWith(";'=1+1"));
    }

    @Test
    void pageProposesTheLastMonth() {
        for (String language : List.of("en", "nl", "fr", "de")) {
            String page =
                    relations.reading(language).get("/subscriptions/invoicing").body();
            assertThat(page)
                    .contains(
                            "name=\"from\"",
                            LocalDate.now().minusMonths(1).withDayOfMonth(1).toString())
                    .doesNotContain("??")
                    .doesNotContainPattern("[>\"]\\s*(subscription|field|form)\\.\\w+");
        }
        assertThat(relations.get("/subscriptions").body()).contains("href=\"/subscriptions/invoicing\"");
        assertThat(relations.as("desk1").get("/subscriptions").body()).doesNotContain("/subscriptions/invoicing");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2031-03-02&to=2031-03-01, “To” lies before “From”",
        "from=2031-02-30&to=x, is not a date",
        "to=2031-03-01, is missing",
        "from=2031-03-01, is missing"
    })
    void periodThatMakesNoSenseIsRefusedInWords(String period, String words) {
        var page = relations.get("/subscriptions/invoicing.csv?" + period);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains(words);
        var api = relations.get("/api/invoicing?" + period);
        assertThat(api.statusCode()).isEqualTo(400);
        assertThat(api.body()).contains(words.replace("\"", "\\\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subscriptions/invoicing", "/subscriptions/invoicing.csv", "/api/invoicing"})
    void accountManagersAndManagersAlone(String address) {
        String period = "?from=2031-03-01&to=2031-03-01";
        for (String reader : List.of("relations1", "manager1", "auditor1")) {
            assertThat(relations.as(reader).get(address + period).statusCode())
                    .as(reader)
                    .isEqualTo(200);
        }
        for (String stranger : List.of("desk1", "adviser1", "operations1", "admin")) {
            assertThat(relations.as(stranger).get(address + period).statusCode())
                    .as(stranger)
                    .isEqualTo(403);
        }
        assertThat(new Browser(port).get(address).statusCode()).isEqualTo(401);
    }

    /** Those of this test's subscription, as machines get them. */
    private List<String> lines(String from, String to) {
        return relations
                .get("/api/invoicing?from=%s&to=%s".formatted(from, to))
                .body()
                .lines()
                .filter(line -> line.contains("," + subscription.acronym() + ","))
                .toList();
    }
}

package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.reconciliation.Differences;
import be.belnet.orderdesk.reconciliation.process.Holdings;
import be.belnet.orderdesk.reconciliation.process.Nights;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the nights found, as page and for machines. */
@OrderdeskTest
class ReconciliationPagesTest {
    private static final LocalDate END = LocalDate.of(2031, 5, 31);

    @LocalServerPort
    int port;

    @Autowired
    Nights nights;

    @Autowired
    Holdings holdings;

    @Autowired
    Desk desk;

    @Autowired
    Differences differences;

    @Autowired
    Partners partners;

    @Autowired
    TestClock clock;

    @Autowired
    ObjectMapper json;

    private ApiCaller operations;
    private String ended;
    private String night;

    @BeforeEach
    void oneCustomerAndTwoDifferences() {
        operations = new ApiCaller(port, "operations1", "en");
        nights.begin();
        String serial = holdings.serial();
        holdings.licence(serial, END, "ACTIVE");
        holdings.mailSecurity("KEPT", serial, END, null);
        ended = holdings.serial();
        holdings.licence(ended, END, "ACTIVE");
        holdings.end(holdings.mailSecurity("ENDED", ended, END, null), LocalDate.of(2026, 1, 1));
        holdings.server("BAMS-2019-00001", "ACTIVE");
        partners.fail("sectigo", "{\"fault\":\"failBefore\",\"calls\":\"all\",\"status\":503}");
        night = nights.reconcile();
    }

    @AfterEach
    void allIsWell() {
        partners.heal();
        nights.end();
    }

    @Test
    void pageShowsNightsAndEvidence() {
        String page = page("");

        assertThat(page)
                .contains("Licence after the end", ended, "service of ENDED ended on 1 January 2026")
                .contains("in use, until 31 May 2031", "end the licence", "to be decided")
                .contains("Appliance without customer", "made for BAMS-2019-00001")
                .contains(night, "task for service operations", "1 differ", "1 of ours, 2 listed")
                .doesNotContain("??", "reconciliation.");
        assertThat(page("?kind=licenceAfterEnd")).contains(ended).doesNotContain("BAMS-2019-00001");
        assertThat(page("?part=openstack")).doesNotContain(ended).contains("BAMS-2019-00001");
        assertThat(page("?q=ende")).contains(ended).doesNotContain("BAMS-2019-00001");
        assertThat(page("?q=_")).contains("Nothing like that was found");
        assertThat(page("?state=gone")).contains("Nothing like that was found");
        assertThat(operations.get("/orders").body()).contains("href=\"/reconciliation\"");
    }

    @Test
    void partThatWasNotComparedSaysSo() {
        holdings.certificates("C", "sectigo", "4711", "c.nights.example");
        String next = nights.next();
        assertThat(page("")).contains("no answer yet", "Sectigo: ");
        clock.forward(Duration.ofHours(3));
        nights.look();

        assertThat(page("")).contains("not compared", "nothing new").doesNotContain("4711");
        assertThat(nights.part(next, "sectigo")).isEqualTo("notCompared");
    }

    @Test
    void decisionIsShownWithWhoAndWhy() {
        String choice = "one/" + differences.open(night).get(0).id();
        desk.complete(
                night,
                "userTask_decideOnDifferences",
                "operations1",
                Map.of("differences", choice, "differenceDecision", "byHand", "reason", "A <b>test</b> bed"));

        assertThat(page("?state=byHand")).contains("A &lt;b&gt;test&lt;/b&gt; bed", "settled by hand");
    }

    @Test
    void pagesAreOfFifty() {
        IntStream.range(0, 600).forEach(i -> customer("M" + i));
        IntStream.range(0, 55).forEach(i -> holdings.server("BAMS-2019-1%04d".formatted(i), "ACTIVE"));
        IntStream.range(0, 600).forEach(i -> holdings.server(null, "ACTIVE"));
        nights.next();

        assertThat(page("?part=openstack")).contains("Page 1 of 2", "page=1");
        assertThat(page("?part=openstack&page=1")).contains("Page 2 of 2");
    }

    @ParameterizedTest
    @CsvSource({"nl, Licentie na het einde", "fr, Licence après la fin", "de, Lizenz nach dem Ende"})
    void pageSpeaksTheReadersLanguage(String language, String kind) {
        String page = operations.reading(language).get("/reconciliation").body();

        assertThat(page)
                .contains(kind)
                .doesNotContain("??")
                .doesNotContainPattern("[>\"]\\s*(reconciliation|field)\\.\\w+");
    }

    @Test
    void apiTellsTheSame() throws Exception {
        JsonNode found = json.readTree(
                operations.get("/api/reconciliation?kind=licenceAfterEnd").body());

        assertThat(found.path("total").asInt()).isOne();
        JsonNode one = found.path("differences").get(0);
        assertThat(one.path("subject").asText()).isEqualTo(ended);
        assertThat(one.path("customer").asText()).isEqualTo("ENDED");
        assertThat(one.path("act").asText()).isEqualTo("endLicence");
        assertThat(one.path("ours").asText()).isEqualTo("2026-01-01");
        assertThat(one.path("theirs").asText()).isEqualTo("2031-05-31");
        assertThat(one.path("task").asText()).isEqualTo(night);
        assertThat(found.path("nights").get(0).path("number").asText()).isEqualTo(night);
        assertThat(found.path("nights").get(0).path("parts").findValuesAsText("part"))
                .contains("fortiflex", "openstack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=x", "part=x", "kind=x", "page=-1"})
    void whatMakesNoSenseIsRefusedInWords(String filter) {
        for (String path : List.of("/reconciliation?", "/api/reconciliation?")) {
            var answer = operations.get(path + filter);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).doesNotContain("field.", "form.error");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"operations1", "manager1", "auditor1"})
    void readersSeeIt(String user) {
        assertThat(operations.as(user).get("/reconciliation").statusCode()).isEqualTo(200);
        assertThat(operations.as(user).get("/api/reconciliation").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk1", "relations1", "adviser1", "admin"})
    void othersDoNot(String user) {
        assertThat(operations.as(user).get("/reconciliation").statusCode()).isEqualTo(403);
        assertThat(operations.as(user).get("/api/reconciliation").statusCode()).isEqualTo(403);
    }

    private void customer(String acronym) {
        String serial = holdings.serial();
        holdings.licence(serial, END, "ACTIVE");
        holdings.mailSecurity(acronym, serial, END, null);
    }

    private String page(String query) {
        var page = operations.get("/reconciliation" + query);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }
}

package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.OrderdeskTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The notice calculator, as staff and programs ask it. */
@OrderdeskTest
class NoticePagesTest {
    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    private ApiCaller desk;

    @BeforeEach
    void signIn() {
        desk = new ApiCaller(port, "desk1", "en");
    }

    @ParameterizedTest
    @CsvSource({
        "service=BAMS&state=contract&notifiedOn=2026-09-30, 2026-12-30, 2027-01-01",
        "service=bams&state=Contract&contractStart=2020-01-01&notifiedOn=2026-10-01&wish=, 2027-01-01, 2028-01-01",
        "service=BAMS&state=contract&notifiedOn=2026-09-30T21:59:59Z, 2026-12-30, 2027-01-01",
        "service=BAMS&state=contract&notifiedOn=2026-10-01T00:00:00%2B02:00, 2027-01-01, 2028-01-01",
        "service=BAMS&state=contract&notifiedOn=2026-05-10&wish=2027-06-30, 2026-08-10, 2028-01-01",
        "service=BAMS&state=trial&notifiedOn=2026-04-01, 2026-04-09, 2026-04-10",
        "service=DCS&state=contract&contractStart=2026-11-15&notifiedOn=2027-08-20, 2028-02-15, 2029-01-01",
        "service=BAMS&state=contract&postedOn=2026-09-30, 2027-01-05, 2028-01-01"
    })
    void apiAnswersWhenTheServiceEnds(String question, String lastDayOfNotice, String effectiveDate) throws Exception {
        JsonNode answer = ask(question);
        assertThat(answer.path("valid").asBoolean()).isTrue();
        assertThat(answer.path("lastDayOfNotice").asText()).isEqualTo(lastDayOfNotice);
        assertThat(answer.path("effectiveDate").asText()).isEqualTo(effectiveDate);
        assertThat(answer.path("why").path(0).asText()).isNotBlank();
    }

    @Test
    void apiTellsWhatOtherReadingsComeTo() throws Exception {
        JsonNode answer = ask("service=DCS&state=contract&contractStart=2026-11-15&notifiedOn=2027-08-20");
        assertThat(answer.path("otherReadings").findValuesAsText("value"))
                .containsExactly("LENIENT", "LITERAL", "MINIMUM_TERM");
        JsonNode minimumTerm = answer.path("otherReadings").path(2);
        assertThat(minimumTerm.path("setting").asText()).isEqualTo("dcs.first-year");
        assertThat(minimumTerm.path("effectiveDate").asText()).isEqualTo("2028-01-01");
        assertThat(minimumTerm.path("lastDayOfService").asText()).isEqualTo("2027-12-31");
        assertThat(minimumTerm.path("differs").asBoolean()).isTrue();
        assertThat(answer.path("countsFrom").asText()).isEqualTo("2027-11-15");
        assertThat(answer.path("remarks").toString()).isEqualTo("[\"FIRST_YEAR\",\"READINGS_DIFFER\"]");
    }

    @Test
    void noticeByMailDoesNotEndAContract() throws Exception {
        JsonNode answer = ask("service=BAMS&state=contract&notifiedOn=2026-05-10&channel=MAIL");
        assertThat(answer.path("valid").asBoolean()).isFalse();
        assertThat(answer.path("why").path(1).asText()).contains("registered letter");
        assertThat(answer.path("effectiveDate").asText()).isEqualTo("2027-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "service=BAMS&state=contract, “Day of the notice” is missing.",
        "state=contract&notifiedOn=2026-05-10, “service” is missing.",
        "service=BAMS&notifiedOn=2026-05-10, “state” is missing.",
        "service=XYZ&state=contract&notifiedOn=2026-05-10, “service”: choose one of the options offered.",
        "service=DCS&state=contract&notifiedOn=2026-05-10, “Contract began on” is missing.",
        "service=BAMS&state=contract&notifiedOn=2026-02-30, “Day of the notice” is not a date.",
        "service=BAMS&state=contract&notifiedOn=2026-05-10Tnoon, “Day of the notice” is not a date.",
        "service=BAMS&state=contract&notifiedOn=10/05/2026, “Day of the notice” is not a date.",
        "service=BAMS&state=contract&notifiedOn=%2B999999999-12-31, “Day of the notice” is not a date.",
        "service=BAMS&state=contract&notifiedOn=2026-05-10&wish=soon, “Wished end” is not a date."
    })
    void questionThatMakesNoSenseIsRefusedInWords(String question, String words) {
        var answer = desk.get("/api/notice?" + question);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words);
        assertThat(desk.get("/notice?" + question).body()).contains(words);
        assertThat(desk.get("/notice?" + question).statusCode()).isEqualTo(400);
    }

    @Test
    void pageSaysItInTheReadersWords() {
        String asked = "/notice?service=BAMS&state=contract&notifiedOn=2026-10-02&wish=2027-01-01";
        assertThat(desk.get(asked).body())
                .contains("The notice counts. The last day with the service is", "31 December 2027")
                .contains("the notice came 2 days too late", "another day", "value=\"2026-10-02\"");
        assertThat(desk.reading("nl").get(asked).body()).contains("31 december 2027", "2 dagen te laat");
        assertThat(desk.reading("fr").get(asked).body())
                .contains("31 décembre 2027", "1er janvier 2028", "2 jours trop tard");
        assertThat(desk.reading("de").get(asked).body()).contains("31. Dezember 2027", "2 Tage zu spät");
    }

    @Test
    void emptyPageAsksOnly() {
        assertThat(desk.get("/notice").body())
                .contains("When does a service end?")
                .doesNotContain("role=\"alert\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk1", "relations1", "adviser1", "operations1", "manager1", "auditor1"})
    void everyoneWhoReadsOrdersMayAsk(String user) {
        var caller = new ApiCaller(port, user, "en");
        assertThat(List.of(
                        caller.get("/notice").statusCode(),
                        caller.get("/api/notice?service=BAMS&state=trial&notifiedOn=2026-04-01")
                                .statusCode()))
                .containsOnly(200);
    }

    @Test
    void nobodyElseMay() {
        var administrator = new ApiCaller(port, "admin", "en");
        assertThat(administrator.get("/notice").statusCode()).isEqualTo(403);
        assertThat(administrator
                        .get("/api/notice?service=BAMS&state=trial&notifiedOn=2026-04-01")
                        .statusCode())
                .isEqualTo(403);
    }

    private JsonNode ask(String question) throws Exception {
        var answer = desk.get("/api/notice?" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }
}

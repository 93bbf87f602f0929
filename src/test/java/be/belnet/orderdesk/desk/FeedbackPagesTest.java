package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.feedback.Feedbacks;
import be.belnet.orderdesk.feedback.Usefulness;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers say, as managers see it. */
@ProcessTest
class FeedbackPagesTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String PERIOD = "from=2021-03-01&until=2021-03-31";

    @LocalServerPort
    int port;

    @Autowired
    OrderFile orders;

    @Autowired
    Feedbacks feedbacks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private ApiCaller manager;
    private String bams;
    private String dcs;

    @BeforeEach
    void marchOf2021() {
        manager = new ApiCaller(port, "manager1", "en");
        jdbc.sql("delete from feedback where answered_at < timestamp '2022-01-01 00:00:00'")
                .update();
        bams = answer("BAMS", "order", Usefulness.NO, "=cmd|'/c calc'!A1 <b>slow</b>", "2021-03-01T00:00:00");
        dcs = answer("DCS", "support", Usefulness.YES, null, "2021-03-31T23:59:59");
        answer("DCS", "migration", Usefulness.PARTLY, "April", "2021-04-01T00:00:00");
        answer("DCS", "migration", Usefulness.PARTLY, "February", "2021-02-28T23:59:59");
    }

    @Test
    void pageCountsAndListsWhatWasSaid() {
        String page = page("?" + PERIOD);

        assertThat(page)
                .contains(bams, dcs, "NSOL", "&lt;b&gt;slow&lt;/b&gt;", "1 Mar 2021", "31 Mar 2021", "Support")
                .contains("<span>yes</span> <strong>1</strong> <span>(50 %)</span>")
                .contains("<span>partly</span> <strong>0</strong>")
                .doesNotContain("April", "February", "<b>slow", "??");
        assertThat(page("?service=DCS&" + PERIOD)).contains(dcs).doesNotContain(bams);
        assertThat(page("?from=2020-01-01&until=2020-12-31")).contains("Nobody answered in this period");
        assertThat(manager.get("/orders").body()).contains("href=\"/feedback\"");
    }

    @ParameterizedTest
    @CsvSource({"nl, deels", "fr, en partie", "de, teilweise"})
    void pageSpeaksTheReadersLanguage(String language, String partly) {
        String page = manager.reading(language).get("/feedback?" + PERIOD).body();

        assertThat(page)
                .contains(partly)
                .doesNotContain("??")
                .doesNotContainPattern("[>\"]\\s*(feedback|order|field)\\.\\w+");
    }

    @Test
    void pagesAreOfFifty() {
        IntStream.range(0, 51).forEach(i -> answer("BAMS", "order", Usefulness.YES, null, "2021-06-15T12:00:00"));

        String june = "from=2021-06-01&until=2021-06-30";
        assertThat(page("?" + june)).contains("Page 1 of 2", "page=1", "<strong>51</strong>");
        assertThat(page("?page=1&" + june)).contains("Page 2 of 2", "<strong>51</strong>");
    }

    @Test
    void fileIsSafeToOpenInASpreadsheet() {
        var file = manager.get("/feedback.csv?" + PERIOD);

        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("feedback.csv");
        List<String> lines = file.body().lines().toList();
        assertThat(lines)
                .containsExactly(
                        "\uFEFFAnswered on;Order;Service;Kind;Customer;Useful?;Remark",
                        "2021-03-31;%s;DCS;Support;NSOL;yes;".formatted(dcs),
                        "2021-03-01;%s;BAMS;Order;NSOL;no;'=cmd|'/c calc'!A1 <b>slow</b>".formatted(bams));
    }

    @Test
    void apiTellsTheSame() throws Exception {
        JsonNode found = json.readTree(manager.get("/api/feedback?" + PERIOD).body());

        assertThat(found.path("total").asInt()).isEqualTo(2);
        assertThat(found.path("counts").toString()).isEqualTo("{\"yes\":1,\"partly\":0,\"no\":1}");
        JsonNode first = found.path("answers").get(0);
        assertThat(first.path("order").asText()).isEqualTo(dcs);
        assertThat(first.path("useful").asText()).isEqualTo("yes");
        assertThat(first.path("remark").isNull()).isTrue();
        assertThat(first.path("kind").asText()).isEqualTo("support");
        assertThat(first.path("customer").asText()).isEqualTo("NSOL");
        assertThat(found.path("answers").get(1).path("remark").asText()).startsWith("=cmd");
    }

    @ParameterizedTest
    @CsvSource({
        "service=VPN, Service",
        "from=soon, From",
        "until=2021-02-30, Until",
        "page=-1, Page",
        "from=1021-01-01, From"
    })
    void whatMakesNoSenseIsRefusedInWords(String filter, String field) {
        for (String path : List.of("/feedback?", "/feedback.csv?", "/api/feedback?")) {
            var answer = manager.get(path + filter);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).containsIgnoringCase(field).doesNotContain("field.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk1", "relations1", "adviser1", "operations1", "admin"})
    void managersAndAuditorsAloneSeeIt(String user) {
        for (String path : List.of("/feedback", "/feedback.csv", "/api/feedback")) {
            assertThat(manager.as(user).get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(manager.as("desk1").get("/orders").body()).doesNotContain("href=\"/feedback\"");
    }

    private String page(String query) {
        var page = manager.get("/feedback" + query);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    /** @param at in Brussels */
    private String answer(String service, String kind, Usefulness useful, String remark, String at) {
        var requester = new Requester("Administrator", "pki@customer.example", null, "nl");
        String number = orders.open(new NewOrder(service, kind, "NSOL", null, requester, null, null, null))
                .number();
        feedbacks.keep(number, useful, remark);
        jdbc.sql("update feedback set answered_at = ? where order_number = ?")
                .params(Timestamp.from(LocalDateTime.parse(at).atZone(BRUSSELS).toInstant()), number)
                .update();
        return number;
    }
}

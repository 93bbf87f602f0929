package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.failure.process.Gathering;
import be.belnet.orderdesk.figures.OrderSeed;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Turn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Cockpit's plug-ins are told, and whom nothing is told. */
@OrderdeskTest
class FiguresApiTest {
    private static final List<String> ALL = List.of(
            "/desk/figures",
            "/desk/figures/stuck",
            "/desk/figures/steps?process=bams-order",
            "/desk/figures/stuck.csv",
            "/desk/figures/standing.csv",
            "/desk/figures/deliveries.csv",
            "/desk/figures/failures.csv",
            "/desk/figures/campaigns.csv",
            "/desk/figures/steps.csv?process=bams-order");

    @LocalServerPort
    int port;

    @Autowired
    Desk staff;

    @Autowired
    Way way;

    @Autowired
    Partners partners;

    @Autowired
    Gathering gathering;

    @Autowired
    OrderFile orders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private ApiCaller manager;
    private OrderSeed seed;
    private String stuck;

    @BeforeEach
    void oneOrderIsStuck() {
        manager = new ApiCaller(port, "manager1", "en");
        seed = new OrderSeed(jdbc);
        stuck = seed.open("BAMS", "order", "=1+1", Instant.now().minus(Duration.ofDays(9000)));
        seed.step(
                stuck,
                "bams-order",
                "userTask_discussWishes",
                Turn.CUSTOMER,
                Instant.now().minus(Duration.ofDays(9000)),
                null);
    }

    @AfterEach
    void allIsWell() {
        seed.forget();
        partners.heal();
        gathering.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "auditor1", "admin"})
    void figuresAreForManagersAuditorsAndAdministrators(String user) {
        assertThat(ALL).allSatisfy(path -> assertThat(manager.as(user).get(path).statusCode())
                .as(path)
                .isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk1", "relations1", "adviser1", "operations1"})
    void othersLearnNothing(String user) {
        assertThat(ALL).allSatisfy(path -> assertThat(manager.as(user).get(path).statusCode())
                .as(path)
                .isEqualTo(403));
        assertThat(manager.as(user).get("/desk/figures/orders").statusCode()).isEqualTo(403);
        assertThat(retry(user, "FAIL-1")).isEqualTo(403);
    }

    @Test
    void administratorsReadNoOrdersAndAuditorsChangeNothing() {
        assertThat(manager.as("admin").get("/desk/figures/orders").statusCode()).isEqualTo(403);
        JsonNode first = read(manager.as("admin"), "/desk/figures");
        assertThat(first.path("search").asBoolean()).isFalse();
        assertThat(first.at("/stuck/lines/0/file").isNull()).isTrue();
        assertThat(retry("admin", "FAIL-none")).isEqualTo(200);
        assertThat(retry("auditor1", "FAIL-none")).isEqualTo(403);
        assertThat(read(manager.as("auditor1"), "/desk/figures").path("retry").asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Discuss wishes, Waits for the customer, Customer",
        "nl, Wensen bespreken, Wacht op de klant, Klant",
        "fr, Discuter, Attend le client, Client",
        "de, Wünsche besprechen, Wartet auf den Kunden, Kunde"
    })
    void stuckOrderIsToldInTheReadersWords(String language, String step, String why, String turn) {
        JsonNode first = read(manager.reading(language), "/desk/figures");
        JsonNode line = first.at("/stuck/lines/0");

        assertThat(line.path("order").asText()).isEqualTo(stuck);
        assertThat(line.path("file").asText()).isEqualTo("/orders/" + stuck);
        assertThat(line.path("step").asText()).startsWith(step);
        assertThat(line.path("why").asText()).startsWith(why);
        assertThat(line.path("turnWords").asText()).isEqualTo(turn);
        assertThat(line.path("days").asInt()).isGreaterThan(6000);
        assertThat(first.toString()).doesNotContain("??", "order.kind.", "order.side.");
    }

    @Test
    void tablesAreForSpreadsheetsAndHoldNoFormula() {
        var file = manager.get("/desk/figures/stuck.csv");

        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("stuck.csv"));
        assertThat(file.body())
                .startsWith("\uFEFFOrder;Customer;What;Step;Why;Since;Opening days;Whose turn")
                .contains(stuck + ";'=1+1;BAMS · Order;Discuss wishes;");
        assertThat(manager.reading("de").get("/desk/figures/deliveries.csv").body())
                .startsWith("\uFEFFDienst;Geliefert in;Lieferungen;Die Hälfte in");
    }

    @Test
    void deliveriesAreHeldAgainstAWeekWhereOneIsPromised() {
        jdbc.sql("delete from figure_delivery").update();
        jdbc.sql("insert into figure_delivery (service, period, deliveries, median_minutes, ninth_minutes, in_time)"
                        + " values ('BAMS', 'week', 4, 7200, 7200, 3), ('DCS', 'week', 4, 7200, 7200, 3)")
                .update();

        JsonNode lines = read(manager, "/desk/figures").path("deliveries");
        assertThat(lines.at("/0/share").asLong()).isEqualTo(75);
        assertThat(lines.at("/1/service").asText()).isEqualTo("DCS");
        assertThat(lines.at("/1/share").isNull()).isTrue();
        assertThat(manager.get("/desk/figures/deliveries.csv").body().lines())
                .anyMatch(line -> line.startsWith("BAMS;") && line.endsWith(";75"))
                .anyMatch(line -> line.startsWith("DCS;") && line.endsWith(";"));
        jdbc.sql("delete from figure_delivery").update();
    }

    @Test
    void searchFindsFinishedOrdersToo() {
        String done = seed.open("DCS", "order", "B", Instant.now());
        seed.complete(done, Instant.now());

        JsonNode found = read(manager, "/desk/figures/orders?q=" + seed.beginning());
        assertThat(found.path("total").asInt()).isEqualTo(2);
        assertThat(found.at("/orders/0/order").asText()).isEqualTo(done);
        assertThat(found.at("/orders/0/state").asText()).isEqualTo("Completed");
        assertThat(found.at("/orders/0/file").asText()).isEqualTo("/orders/" + done);
    }

    @Test
    void oneClickHasAllFailedStepsOfACauseTriedAgain() {
        partners.fail("fortiflex", "{\"fault\":\"failBefore\",\"status\":503}");
        String order = way.contractOut("en");
        staff.submit(order, "userTask_registerSignedCopies", "relations1", way.copies());
        gathering.exhaust(order, failed -> {});
        String failure = gathering.failureOf(order).orElseThrow();
        JsonNode cause = read(manager, "/desk/figures").path("failures").get(0);
        assertThat(cause.path("number").asText()).isEqualTo(failure);
        assertThat(cause.path("orders").asInt()).isOne();
        assertThat(cause.path("words").asText()).startsWith("FortiFlex");
        assertThat(cause.path("task").asText()).contains("/?task=");

        partners.heal();
        assertThat(manager.post("/desk/figures/failures/" + failure + "/retry", "")
                        .body())
                .isEqualTo("{\"steps\":1}");
        staff.runJobs(order);

        assertThat(partners.count(order, "licence created")).isOne();
        assertThat(orders.events(order)).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo("stepTriedAgain");
            assertThat(event.actor()).isEqualTo("manager1");
        });
        gathering.failureOf(order);
        assertThat(staff.openTasks(failure)).isEmpty();
        assertThat(manager.post("/desk/figures/failures/" + failure + "/retry", "")
                        .body())
                .isEqualTo("{\"steps\":0}");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(manager.get("/desk/figures/steps?process=bams-order&period=x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(manager.get("/desk/figures/steps").statusCode()).isEqualTo(400);
        assertThat(manager.get("/desk/figures/stuck?page=x").statusCode()).isEqualTo(400);
    }

    private int retry(String user, String failure) {
        return manager.as(user)
                .post("/desk/figures/failures/" + failure + "/retry", "")
                .statusCode();
    }

    private JsonNode read(ApiCaller reader, String path) {
        var answer = reader.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        try {
            return json.readTree(answer.body());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}

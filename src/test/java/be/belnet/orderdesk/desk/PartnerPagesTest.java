package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.failure.process.Gathering;
import be.belnet.orderdesk.partner.PartnerPauses;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pausing partners and seeing what failed, on the page and by the API. */
@OrderdeskTest
class PartnerPagesTest {
    private static final LocalDateTime SOON =
            LocalDateTime.now(ZoneId.of("Europe/Brussels")).plusHours(3).truncatedTo(ChronoUnit.MINUTES);
    private static final Instant SOON_HERE =
            SOON.atZone(ZoneId.of("Europe/Brussels")).toInstant();

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    Partners partners;

    @Autowired
    Gathering gathering;

    @Autowired
    PartnerPauses pauses;

    @Autowired
    ManagementService management;

    @Autowired
    ObjectMapper json;

    private ApiCaller operations;

    @BeforeEach
    void signIn() {
        operations = new ApiCaller(port, "operations1", "en");
    }

    @AfterEach
    void allIsWell() {
        pauses.end("Fortinet");
        partners.heal();
        gathering.forget();
    }

    @Test
    void pausedPartnerIsToldOnEveryPageInTheReadersWords() {
        assertThat(pause(SOON.toString(), "<b>Maintenance</b>").statusCode()).isEqualTo(302);
        assertThat(pauses.of("Fortinet"))
                .hasValueSatisfying(pause -> assertThat(pause.until()).isEqualTo(SOON_HERE));

        assertThat(operations.get("/orders").body()).contains("Fortinet is paused until", "&lt;b&gt;Maintenance");
        assertThat(operations.reading("nl").get("/partners").body())
                .contains("Fortinet is gepauzeerd tot", "Nu verdergaan");
        assertThat(operations.reading("fr").get("/partners").body()).contains("est en pause jusqu’au");
        assertThat(operations.reading("de").get("/desk/partner-notices").body()).contains("Fortinet pausiert bis");
        assertThat(operations.postForm("/partners/Fortinet/going-on", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(pauses.current()).isEmpty();
        assertThat(operations.get("/desk/partner-notices").body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "someday, Because, is not a date",
        "2020-01-01T12:00, Because, cannot be in the past",
        "2999-01-01T12:00, Because, thirty days ahead",
        "'', Because, is not a date"
    })
    void pauseThatMakesNoSenseIsRefusedInWords(String until, String reason, String words) {
        var answer = pause(until, reason);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words);
        assertThat(pauses.current()).isEmpty();
    }

    @Test
    void pauseNeedsAReason() {
        var answer = pause(SOON.toString(), " ");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("“Because” is missing", "value=\"" + SOON + "\"");
    }

    @Test
    void onlyOperationsAndManagersPause() {
        var desk1 = new ApiCaller(port, "desk1", "en");
        assertThat(desk1.get("/partners").body()).contains("Fortinet").doesNotContain("pauseUntil");
        assertThat(desk1.postForm("/partners/Fortinet/pause", form(SOON.toString(), "Because"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(desk1.put("/api/partners/Fortinet/pause", "{}").statusCode()).isEqualTo(403);
        assertThat(operations
                        .postForm("/partners/Nobody/pause", form(SOON.toString(), "Because"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(pauses.current()).isEmpty();
    }

    @Test
    void apiPausesAndResumes() throws Exception {
        var paused = operations.put(
                "/api/partners/Fortinet/pause", "{\"until\":\"%s\",\"reason\":\"Works\"}".formatted(SOON));
        assertThat(paused.statusCode()).isEqualTo(200);
        assertThat(json.readTree(operations.get("/api/partners").body())).anySatisfy(partner -> {
            assertThat(partner.path("name").asText()).isEqualTo("Fortinet");
            assertThat(partner.path("pausedUntil").asText()).isEqualTo(SOON_HERE.toString());
            assertThat(partner.path("reason").asText()).isEqualTo("Works");
        });
        assertThat(operations
                        .put("/api/partners/Fortinet/pause", "{\"until\":7}")
                        .body())
                .contains("is not a date");
        operations.delete("/api/partners/Fortinet/pause");
        assertThat(pauses.current()).isEmpty();
    }

    @Test
    void stepPutOffByAPauseGoesOnWhenThePauseIsEnded() {
        String order = way.contractOut("en");
        pause(SOON.toString(), "Maintenance");
        desk.submit(order, "userTask_registerSignedCopies", "relations1", way.copies());
        for (int i = 0; i < 3; i++) {
            desk.due(order).forEach(this::tryToRun);
        }
        assertThat(desk.due(order)).isEmpty();
        assertThat(desk.pending(order)).extracting(Job::getDuedate).allSatisfy(due -> assertThat(due)
                .isAfterOrEqualTo(Date.from(SOON_HERE)));

        operations.postForm("/partners/Fortinet/going-on", Map.of());
        desk.runJobs(order);
        assertThat(partners.count(order, "licence created")).isOne();
    }

    @Test
    void whatFailedIsShownWithItsTaskAndOnItsOrder() {
        partners.fail("fortiflex", "{\"fault\":\"failBefore\",\"status\":503}");
        String order = way.contractOut("en");
        desk.submit(order, "userTask_registerSignedCopies", "relations1", way.copies());
        gathering.exhaust(order, failed -> {});
        String failure = gathering.failureOf(order).orElseThrow();
        String task = desk.task(failure, Gathering.DECIDE).getId();

        assertThat(operations.get("/partners").body())
                .contains(failure, order, "Order the licence", "surely not done", "/?task=" + task);
        assertThat(operations.get("/orders/" + order).body()).contains("Failed: FortiFlex: does not serve");
        assertThat(operations.get("/desk/task-cards?task=" + task).body())
                .contains("\"page\":\"/partners#" + failure + "\"", "\"waits\":false");
        assertThat(operations.get("/desk/partner-notices").body()).contains("wait for a decision: 1");
    }

    private void tryToRun(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException paused) {
            assertThat(paused).hasMessageContaining("paused");
        }
    }

    private HttpResponse<String> pause(String until, String reason) {
        return operations.postForm("/partners/Fortinet/pause", form(until, reason));
    }

    private static Map<String, String> form(String until, String reason) {
        return Map.of("pauseUntil", until, "pauseReason", reason);
    }
}

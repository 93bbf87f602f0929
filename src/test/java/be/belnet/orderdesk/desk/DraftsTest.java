package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Tables;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.workflow.TaskDrafts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was typed into a form stays until the form is sent, for whoever may send it. */
@ProcessTest
class DraftsTest {
    private static final String REVIEW = "userTask_reviewRequest";

    @LocalServerPort
    int port;

    @Autowired
    Desk staff;

    @Autowired
    Register register;

    @Autowired
    OrderProcess process;

    @Autowired
    StaffDirectory directory;

    @Autowired
    TaskDrafts drafts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private ApiCaller desk;
    private ApiCaller colleague;
    private String order;
    private String task;
    private String words;

    @BeforeEach
    void requestToReview() {
        words = "Words " + UUID.randomUUID();
        desk = new ApiCaller(port, "desk1", "en");
        colleague = desk.as("desk2");
        order = staff.start(
                "desk1",
                "bams-order",
                Map.of(
                        "request", "Less spam",
                        "contactName", "Mail administrator",
                        "contactEmail", "postmaster@example.org",
                        "contactLanguage", "nl"));
        task = staff.task(order, REVIEW).getId();
    }

    @AfterEach
    void leaveNoTaskBehind() {
        if (staff.isRunning(order)) {
            process.withdraw(order, "End of the test");
            staff.runJobs(order);
        }
    }

    @Test
    void colleagueFindsWhatWasTypedAndTheEngineNothing() throws IOException {
        var kept = keep(desk, null, edition(), answers(words));

        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(read(kept).path("line").asText()).startsWith("Your draft, ");
        assertThat(read(colleague.get(draft())).path("line").asText())
                .startsWith("Draft of ")
                .contains(name("desk1"));
        JsonNode form = form(colleague);
        assertThat(preset(form, "reason").asText()).isEqualTo(words);
        assertThat(preset(form, "requestOutcome").asText()).isEqualTo("askCustomer");
        assertThat(form.path("orderdesk").path("edition").asText())
                .isEqualTo(read(kept).path("edition").asText());
        assertThat(Tables.holding(jdbc, words, "TASK_DRAFT")).isNotEmpty();
        assertThat(Tables.holding(jdbc, words, "ACT_")).isEmpty();
    }

    @Test
    void fieldThatWasEmptiedStaysEmpty() throws IOException {
        staff.complete(
                order,
                REVIEW,
                "desk1",
                Map.of("requestOutcome", "accept", "acronym", register.university("nl"), "reason", words));
        task = staff.task(order, "userTask_introduceAccountManager").getId();
        keep(desk, null, edition(), "{\"accountManager\":\"relations2\"}");
        assertThat(preset(form("introduce-account-manager", desk), "accountManager")
                        .asText())
                .isEqualTo("relations2");
        String edition = read(desk.get(draft())).path("edition").asText();

        keep(desk, edition, edition(), "{\"accountManager\":null}");

        assertThat(preset(form("introduce-account-manager", desk), "accountManager")
                        .isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "auditor1", "relations1", "operations1"})
    void whoMayNotWorkOnTheTaskLearnsNothing(String other) throws IOException {
        keep(desk, null, edition(), answers(words));
        String edition = read(desk.get(draft())).path("edition").asText();

        int refused = other.startsWith("auditor") ? 403 : 404;
        assertThat(desk.as(other).get(draft()).statusCode()).isEqualTo(404);
        assertThat(keep(desk.as(other), edition, edition(), answers("Mine")).statusCode())
                .isEqualTo(refused);
        assertThat(desk.as(other).delete(draft() + "?edition=" + edition).statusCode())
                .isEqualTo(refused);
        assertThat(desk.as(other).get("/forms/review-request/" + task).body()).doesNotContain(words, "orderdesk\":");
        assertThat(drafts.find(task).orElseThrow().answers()).containsEntry("reason", words);
    }

    @ParameterizedTest
    @CsvSource({
        "nl, 'heeft dit formulier ook ingevuld'",
        "fr, 'a également rempli ce formulaire'",
        "en, 'has filled in this form as well'",
        "de, 'hat dieses Formular ebenfalls ausgefüllt'"
    })
    void laterSaveOverwritesNothingUnseen(String language, String said) throws IOException {
        String first = edition();
        keep(desk, null, first, answers(words));
        String theirs = edition();
        assertThat(keep(colleague, first, theirs, answers("Hers")).statusCode()).isEqualTo(200);

        var refused = keep(desk.reading(language), first, edition(), answers("Mine"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(read(refused).path("line").asText()).contains(said, name("desk2"));
        assertThat(read(refused).path("edition").asText()).isEqualTo(theirs);
        assertThat(read(refused).path("words"))
                .allSatisfy(word -> assertThat(word.asText()).isNotBlank().doesNotContain("draft."));
        assertThat(drafts.find(task).orElseThrow().answers()).containsEntry("reason", "Hers");
        assertThat(desk.delete(draft() + "?edition=" + first).statusCode()).isEqualTo(409);
        assertThat(keep(desk, theirs, edition(), answers("Mine")).statusCode())
                .as("knowingly")
                .isEqualTo(200);
    }

    @Test
    void firstDraftsOfTwoAtOnceAreOne() throws InterruptedException {
        Queue<Integer> outcomes = new ConcurrentLinkedQueue<>();

        assertThat(AtOnce.run(
                        2,
                        () -> outcomes.add(
                                keep(desk, null, edition(), answers(words)).statusCode())))
                .isEmpty();

        assertThat(outcomes).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void sameDraftSentTwiceIsNoConflict() {
        String edition = edition();
        keep(desk, null, edition, answers(words));

        assertThat(keep(desk, null, edition, answers(words)).statusCode()).isEqualTo(200);
    }

    @Test
    void draftThatIsThrownAwayIsGone() throws IOException {
        String edition = edition();
        keep(desk, null, edition, answers(words));

        assertThat(desk.delete(draft() + "?edition=" + edition).statusCode()).isEqualTo(204);

        assertThat(read(desk.get(draft())).path("line").isNull()).isTrue();
        assertThat(form(desk).toString()).doesNotContain(words);
    }

    @Test
    void draftEndsWithItsTask() {
        keep(desk, null, edition(), answers(words));
        staff.complete(order, REVIEW, "desk1", Map.of("requestOutcome", "askCustomer", "reason", "Which acronym?"));

        assertThat(drafts.find(task)).isEmpty();
        assertThat(keep(desk, null, edition(), answers(words)).statusCode())
                .as("too late")
                .isEqualTo(404);
        task = staff.task(order, REVIEW).getId();
        keep(desk, null, edition(), answers(words));
        process.withdraw(order, "End of the test");
        staff.runJobs(order);
        assertThat(drafts.find(task)).as("whichever way").isEmpty();
    }

    @Test
    void onlyWhatTheFormHoldsIsKept() {
        keep(desk, null, edition(), "{\"reason\":\"%s\",\"accountManager\":\"desk1\"}".formatted(words));
        assertThat(drafts.find(task).orElseThrow().answers()).containsOnlyKeys("reason");

        for (String unfit : new String[] {
            "{\"reason\":{\"a\":1}}", "{\"reason\":[1]}", "{\"reason\":\"" + "x".repeat(200_001) + "\"}", "null"
        }) {
            assertThat(keep(desk, null, edition(), unfit).statusCode()).isEqualTo(400);
        }
        assertThat(keep(desk, null, "one", answers(words)).statusCode()).isEqualTo(400);
        assertThat(desk.put(draft(), "no Json").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> keep(ApiCaller caller, String base, String edition, String answers) {
        return caller.put(
                draft(),
                "{\"base\":%s,\"edition\":\"%s\",\"answers\":%s}"
                        .formatted(base == null ? "null" : "\"" + base + "\"", edition, answers));
    }

    private static String answers(String reason) {
        return "{\"requestOutcome\":\"askCustomer\",\"reason\":\"%s\"}".formatted(reason);
    }

    private static String edition() {
        return UUID.randomUUID().toString();
    }

    private String draft() {
        return "/desk/drafts/" + task;
    }

    private JsonNode form(ApiCaller reader) throws IOException {
        return form("review-request", reader);
    }

    private JsonNode form(String name, ApiCaller reader) throws IOException {
        return read(reader.get("/forms/%s/%s".formatted(name, task)));
    }

    private static JsonNode preset(JsonNode form, String key) {
        return form.findParents("key").stream()
                .filter(field -> field.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow()
                .path("defaultValue");
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        return json.readTree(answer.body());
    }

    private String name(String user) {
        return directory.find(user).orElseThrow().name();
    }
}

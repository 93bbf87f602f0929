package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.link.SignedTokens;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The mail to which a form leads: seen before as it goes, with words of one's own. */
@OrderdeskTest
class TaskMailTest {
    private static final String INTRODUCE = "userTask_introduceAccountManager";
    private static final String WORDS = "Merci de votre patience.\n\n<b>À bientôt</b> & [[${x}]] https://evil.example";

    @LocalServerPort
    int port;

    @Autowired
    Desk staff;

    @Autowired
    Register register;

    @Autowired
    Way way;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    ObjectMapper json;

    private ApiCaller desk;
    private String order;
    private String task;

    @BeforeEach
    void orderAtTheServiceDesk() {
        desk = new ApiCaller(port, "desk1", "en");
        order = staff.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym", register.university("fr"),
                        "request", "Moins de spam",
                        "contactName", "Mail administrator",
                        "contactEmail", "postmaster@example.org",
                        "contactLanguage", "fr"));
        task = staff.task(order, INTRODUCE).getId();
    }

    @AfterEach
    void leaveNoTaskBehind() {
        if (staff.isRunning(order)) {
            process.withdraw(order, "End of the test");
            staff.runJobs(order);
        }
    }

    @Test
    void mailGoesAsItWasShown() throws IOException {
        Map<String, Object> answers = Map.of("accountManager", "relations1", "mailWords", WORDS);
        int before = orders.events(order).size();

        JsonNode seen = look(desk, answers).path("mails").path(0);

        assertThat(seen.path("to").asText()).isEqualTo("Mail administrator <postmaster@example.org>");
        assertThat(seen.path("language").asText()).isEqualTo("in French");
        assertThat(orders.events(order)).as("looking keeps nothing").hasSize(before);
        assertThat(seen.path("html").asText())
                .isEqualTo(but(seen.path("html").asText()))
                .contains("/follow/…");
        staff.complete(order, INTRODUCE, "desk1", answers);
        SentMail sent = mail("introduction-customer");
        assertThat(but(sent.html())).isEqualTo(seen.path("html").asText());
        assertThat(sent.subject()).isEqualTo(seen.path("subject").asText());
        assertThat(sent.html())
                .contains("<p><span>Merci de votre patience.</span></p>", "&lt;b&gt;À bientôt&lt;/b&gt;")
                .doesNotContain("<b>", "href=\"https://evil.example");
        assertThat(sent.text())
                .contains("\n\nMerci de votre patience.\n\n<b>À bientôt</b> & [[${x}]] https://evil.example\n\n");
        assertThat(sent.text().indexOf("Merci de votre"))
                .isGreaterThan(sent.text().indexOf("Mail administrator"));
        assertThat(orders.events(order))
                .filteredOn(event -> event.kind().equals("mailWordsWritten"))
                .singleElement()
                .satisfies(event -> assertThat(event.actor()).isIn("desk1", "orderdesk"));
    }

    @Test
    void mailToAColleagueIsShownToo() throws IOException {
        JsonNode seen = look(desk, Map.of("accountManager", "relations1")).path("mails");

        staff.complete(order, INTRODUCE, "desk1", Map.of("accountManager", "relations1"));
        assertThat(seen).hasSize(2);
        assertThat(seen.path(1).path("html").asText())
                .isEqualTo(but(mail("introduction-account-manager").html()));
    }

    @Test
    void withoutWordsTheMailIsThatOfItsTemplate() throws IOException {
        String html = look(desk, Map.of("accountManager", "relations1"))
                .path("mails")
                .path(0)
                .path("html")
                .asText();
        staff.complete(order, INTRODUCE, "desk1", Map.of("accountManager", "relations1"));

        assertThat(but(mail("introduction-customer").html())).isEqualTo(html);
        assertThat(orders.events(order)).noneMatch(event -> event.kind().startsWith("mailWords"));
    }

    @Test
    void wordsWaitForTheirMailAreShownAgainAndCanBeTakenBack() throws IOException {
        staff.complete(order, INTRODUCE, "desk1", Map.of("accountManager", "relations1"));
        staff.complete(order, "userTask_discussWishes", "relations1", Map.of("wishes", "Less spam"));
        staff.complete(order, "userTask_determineNeeds", "relations1", needs(true, "For the rector."));
        staff.complete(
                order,
                "userTask_arrangeAdvice",
                "relations1",
                Map.of("adviser", "adviser1", "appointmentAt", "2190-01-01T10:00"));
        staff.complete(order, "userTask_adviseCustomer", "adviser1", Map.of("advice", "Two"));
        task = staff.task(order, "userTask_determineNeeds").getId();

        assertThat(desk.as("relations1").get("/forms/determine-needs/" + task).body())
                .contains("For the rector.");
        staff.complete(order, "userTask_determineNeeds", "relations1", needs(false, null));

        assertThat(mail("contract").text()).doesNotContain("For the rector.");
        assertThat(orders.events(order)).anyMatch(event -> event.kind().equals("mailWordsDropped"));
    }

    @Test
    void whatIsWrongWithTheCopiesIsToldAsShownAndOnlyOnce() throws IOException {
        process.withdraw(order, "End of the test");
        staff.runJobs(order);
        order = way.contractOut("nl");
        task = staff.task(order, "userTask_registerSignedCopies").getId();
        Map<String, Object> copies = new HashMap<>(way.copies());
        assertThat(look(desk.as("relations1"), copies).path("mails"))
                .as("all is well")
                .isEmpty();
        copies.putAll(Map.of("copy2Defect", "pageMissing", "mailWords", "Blad 3 ontbreekt."));

        JsonNode seen = look(desk.as("relations1"), copies).path("mails").path(0);

        staff.complete(order, "userTask_registerSignedCopies", "relations1", copies);
        assertThat(but(mail("missing-copy").html()))
                .isEqualTo(but(seen.path("html").asText()))
                .contains("Blad 3 ontbreekt.");
        copies.remove("mailWords");
        staff.complete(order, "userTask_registerSignedCopies", "relations1", copies);
        assertThat(mail("missing-copy").html()).doesNotContain("Blad 3 ontbreekt.");
    }

    @ParameterizedTest
    @CsvSource({
        "nl, 'Mail die vertrekt'",
        "fr, 'E-mail qui part'",
        "en, 'Mail that goes out'",
        "de, 'E-Mail, die hinausgeht'"
    })
    void formThatIsNotFilledInSaysWhatIsMissing(String language, String title) throws IOException {
        JsonNode seen = look(desk.reading(language), Map.of("accountManager", ""));

        assertThat(seen.path("mails")).isEmpty();
        assertThat(seen.path("problems")).hasSize(1);
        assertThat(seen.path("words").path("title").asText()).isEqualTo(title);
        assertThat(seen.toString()).doesNotContain("taskMail.");
    }

    @Test
    void formThatIsOpenedWritesNoMailYet() {
        assertThat(desk.get("/desk/mails/" + task).body()).contains("\"mails\":[]", "Show the mail");
    }

    @Test
    void wordsThatNoMailMayHoldAreRefused() throws IOException {
        JsonNode seen = look(desk, Map.of("accountManager", "relations1", "mailWords", "a\u0007b"));

        assertThat(seen.path("problems").path(0).asText()).contains("Your own words in the mail");
        assertThat(look(desk, Map.of("accountManager", "relations1", "mailWords", "x".repeat(2001)))
                        .path("problems"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relations1", "manager1", "auditor1"})
    void whoMayNotWorkOnTheTaskSeesNoMail(String other) {
        assertThat(desk.as(other).post("/desk/mails/" + task, "{}").statusCode())
                .isEqualTo(other.startsWith("auditor") ? 403 : 404);
        assertThat(desk.as(other).get("/desk/mails/" + task).statusCode()).isEqualTo(404);
    }

    private JsonNode look(ApiCaller reader, Map<String, Object> answers) throws IOException {
        var answer = reader.post("/desk/mails/" + task, json.writeValueAsString(answers));
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static Map<String, Object> needs(boolean advice, String words) {
        Map<String, Object> needs = new HashMap<>(Map.of(
                "mailDomains",
                "customer.example mx.customer.example",
                "mailboxes",
                40,
                "technicalAdviceNeeded",
                advice));
        if (words != null) {
            needs.put("mailWords", words);
        }
        return needs;
    }

    /** The latest of a kind. */
    private SentMail mail(String template) {
        return correspondence.of(order).stream()
                .filter(mail -> mail.template().equals(template))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** A mail that is only shown opens no page of the customer. */
    private static String but(String html) {
        return SignedTokens.withoutTokens(html);
    }
}

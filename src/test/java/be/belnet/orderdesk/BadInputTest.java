package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.security.Browser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Tasklist sends, sent wrong: each time a clear message in the person's language, and nothing kept. */
@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest {
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final String START = ENGINE + "/process-definition/key/bams-order/submit-form";

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    ObjectMapper json;

    private String customer;

    @BeforeEach
    void customerOfBelnet() {
        customer = register.university("nl");
    }

    @Test
    void addressWithALineBreakIsRefusedInDutch() {
        Map<String, Object> form = request();
        form.put("contactEmail", "a@customer.example\r\nBcc: all@customer.example");
        refused(start("nl", form), "„E-mailadres” bevat onzichtbare stuurtekens. Typ de tekst opnieuw.");
        assertThat(orders.openOrders(customer, "BAMS", "order")).isEmpty();
    }

    @Test
    void languageThatIsNotOfferedIsRefusedInFrench() {
        Map<String, Object> form = request();
        form.put("contactLanguage", "es");
        assertThat(message(start("fr", form))).contains("choisissez");
        assertThat(orders.openOrders(customer, "BAMS", "order")).isEmpty();
    }

    @Test
    void smuggledRoutingVariableIsRefused() {
        Map<String, Object> form = request();
        form.put("contractSigned", true);
        refused(start("en", form), "This form has no field “contractSigned”.");
        assertThat(orders.openOrders(customer, "BAMS", "order")).isEmpty();
    }

    @Test
    void missingNameIsNamed() {
        Map<String, Object> form = request();
        form.remove("contactName");
        refused(start("en", form), "“Contact person” is missing.");
    }

    @Test
    void formSentTwiceNamesTheFirstOrder() {
        Map<String, Object> form = request();
        form.put("formToken", UUID.randomUUID().toString());
        assertThat(start("en", form).statusCode()).isEqualTo(200);
        String first = orders.openOrders(customer, "BAMS", "order").get(0).number();
        refused(start("en", form), "This form was already sent: the order is %s.".formatted(first));
        assertThat(orders.openOrders(customer, "BAMS", "order")).hasSize(1);
    }

    @Test
    void formSentTwiceAtOnceOpensOneOrderAndSaysSo() throws Exception {
        Map<String, Object> form = request();
        form.put("formToken", UUID.randomUUID().toString());
        List<Browser> browsers = List.of(browser("desk1", "en"), browser("desk2", "en"));
        var pool = Executors.newFixedThreadPool(2);
        List<Integer> answers = new ArrayList<>();
        for (var sent : pool.invokeAll(browsers.stream()
                .<Callable<HttpResponse<String>>>map(browser -> () -> send(browser, START, form))
                .toList())) {
            answers.add(sent.get().statusCode());
        }
        pool.shutdown();
        assertThat(answers).containsExactlyInAnyOrder(200, 400);
        assertThat(orders.openOrders(customer, "BAMS", "order")).hasSize(1);
    }

    @Test
    void negativeMailboxesAndAWordForADomainAreRefused() {
        String order = orderAt("userTask_determineNeeds");
        HttpResponse<String> answer = submit(
                order,
                "userTask_determineNeeds",
                "relations1",
                "en",
                Map.of("mailDomains", "nonsense", "mailboxes", -5));
        refused(answer, "“Mailboxes” must be at least 1.");
        answer = submit(
                order,
                "userTask_determineNeeds",
                "relations1",
                "en",
                Map.of("mailDomains", "nonsense", "mailboxes", 5));
        refused(answer, "“Mail domains”: “nonsense” is not a domain with its mail host.");
        assertThat(desk.openTasks(order)).containsExactly("userTask_determineNeeds");
    }

    @Test
    void threeCopiesAreRefusedInGerman() {
        String order = orderAt("userTask_registerSignedCopies");
        HttpResponse<String> answer =
                submit(order, "userTask_registerSignedCopies", "relations1", "de", Map.of("copiesReceived", 3));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).contains("höchstens 2");
        assertThat(desk.openTasks(order)).containsExactly("userTask_registerSignedCopies");
    }

    @Test
    void taskOfAnotherGroupIsRefused() {
        String order = orderAt("userTask_introduceAccountManager");
        HttpResponse<String> answer = submit(
                order, "userTask_introduceAccountManager", "operations1", "en", Map.of("accountManager", "relations1"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(message(answer)).isEqualTo("This task belongs to another group. Nothing was saved.");
        assertThat(desk.openTasks(order)).containsExactly("userTask_introduceAccountManager");
    }

    @Test
    void listWithoutALimitIsGivenOne() {
        String order = orderAt("userTask_introduceAccountManager");
        String tasks = ENGINE + "/task?processInstanceBusinessKey=" + order;
        assertThat(browser("desk1", "en").get(tasks).body()).contains("Introduce account manager");
        assertThat(browser("operations1", "en").get(tasks).body()).isEqualTo("[]");
        assertThat(browser("desk1", "en").get(tasks + "&maxResults=0").body()).isEqualTo("[]");
    }

    @Test
    void taskThatIsGoneIsStale() {
        String order = orderAt("userTask_introduceAccountManager");
        String task = desk.task(order, "userTask_introduceAccountManager").getId();
        desk.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        refused(
                submitTask(task, "desk1", "en", Map.of("accountManager", "relations2")),
                "This task was completed or changed meanwhile. Nothing was saved: open it again.");
    }

    @Test
    void taskCompletedPastItsFormStays() {
        String order = orderAt("userTask_introduceAccountManager");
        String task = desk.task(order, "userTask_introduceAccountManager").getId();
        assertThat(browser("desk1", "en")
                        .call("POST", ENGINE + "/task/" + task + "/complete", "{}")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(desk.openTasks(order)).containsExactly("userTask_introduceAccountManager");
    }

    @Test
    void formOpensInTheReadersLanguageOnlyForWhoMaySeeTheTask() {
        String order = orderAt("userTask_determineNeeds");
        String address = "/forms/determine-needs/"
                + desk.task(order, "userTask_determineNeeds").getId();
        assertThat(browser("relations1", "nl").get(address).body())
                .contains("Maildomeinen")
                .doesNotContain("@form.");
        assertThat(browser("operations1", "nl").get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void formOfAnotherStepDoesNotOpenWithThisTask() {
        String task = desk.task(orderAt("userTask_determineNeeds"), "userTask_determineNeeds")
                .getId();
        Browser reader = browser("relations1", "en");
        assertThat(reader.get("/forms/review-request/" + task).statusCode()).isEqualTo(404);
        assertThat(reader.get("/forms/no-such-form/" + task).statusCode()).isEqualTo(404);
        assertThat(reader.get("/forms/determine-needs").statusCode()).isEqualTo(404);
        assertThat(reader.get("/forms/no-such-form").statusCode()).isEqualTo(404);
        assertThat(browser("desk1", "en").get("/forms/order-received").statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusedFormIsNoErrorInTheLog(CapturedOutput log) {
        Map<String, Object> form = request();
        form.remove("contactName");
        refused(start("en", form), "“Contact person” is missing.");
        String order = orderAt("userTask_introduceAccountManager");
        assertThat(submit(order, "userTask_introduceAccountManager", "desk1", "en", Map.of())
                        .statusCode())
                .isEqualTo(400);
        assertThat(log.getAll()).doesNotContain("AnswersRefusedException", "ENGINE-16004", "HTTP500");
    }

    private Map<String, Object> request() {
        return new HashMap<>(Map.of(
                "acronym", customer,
                "contactName", "Mail administrator",
                "contactEmail", "mail-admin@customer.example",
                "contactLanguage", "nl"));
    }

    private String orderAt(String task) {
        String order = desk.start("desk1", "bams-order", request());
        if (!task.equals("userTask_introduceAccountManager")) {
            desk.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
            desk.complete(order, "userTask_discussWishes", "relations1", Map.of("wishes", "Less spam"));
        }
        if (task.equals("userTask_registerSignedCopies")) {
            Map<String, Object> needs = Map.of("mailDomains", "a.example mx.a.example", "mailboxes", 5);
            desk.complete(order, "userTask_determineNeeds", "relations1", needs);
        }
        return order;
    }

    private HttpResponse<String> start(String language, Map<String, Object> answers) {
        return send(browser("desk1", language), START, answers);
    }

    private HttpResponse<String> submit(
            String order, String task, String user, String language, Map<String, Object> answers) {
        return submitTask(desk.task(order, task).getId(), user, language, answers);
    }

    private HttpResponse<String> submitTask(String task, String user, String language, Map<String, Object> answers) {
        return send(browser(user, language), ENGINE + "/task/" + task + "/submit-form", answers);
    }

    private Browser browser(String user, String language) {
        Browser browser = new Browser(port).reading(language).signIn(user);
        browser.get("/camunda/api/engine/engine/");
        return browser;
    }

    private HttpResponse<String> send(Browser browser, String path, Map<String, Object> answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((field, value) -> variables.put(field, Map.of("value", value)));
        try {
            return browser.call("POST", path, json.writeValueAsString(Map.of("variables", variables)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void refused(HttpResponse<String> answer, String message) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(message(answer)).isEqualTo(message);
    }

    private String message(HttpResponse<String> answer) {
        try {
            JsonNode body = json.readTree(answer.body());
            return body.path("message").asText();
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(answer.body(), notJson);
        }
    }
}

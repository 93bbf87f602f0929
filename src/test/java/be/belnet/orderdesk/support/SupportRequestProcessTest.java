package be.belnet.orderdesk.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.desk.ApiCaller;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers' questions, from the day they came to where they end. */
@ProcessTest
class SupportRequestProcessTest {
    private static final String ANSWER = "userTask_answerQuestion";
    private static final String DISCUSS = "userTask_discussQuestion";
    private static final String SUBJECT = "NREN Belnet -Géant";

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    Subscribers subscribers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SupportStarts starts;

    @Autowired
    SupportRequests requests;

    @Autowired
    Correspondence correspondence;

    @Autowired
    ObjectMapper json;

    private String customer;

    @BeforeEach
    void customerOfBelnet() {
        customer = register.university("nl");
    }

    @Test
    void technicalQuestionAboutCertificatesIsHandedToSectigo() {
        String number = "CO" + customer;
        String file = ask("DCS", "technical", Map.of("certificateOrder", number));

        assertThat(file).startsWith("DCS-");
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(desk.isRunning(file)).isFalse();
        SentMail mail = onlyMail(file, "support-ticket");
        assertThat(mail.to().email()).as("the customer opens the ticket").isEqualTo(email());
        assertThat(mail.subject()).startsWith("[" + file + "] ");
        assertThat(mail.text().lines())
                .contains(SUBJECT + " " + number, "https://sectigo.com/support-ticket", "My certificate is late.");
        assertThat(mail.html())
                .contains("href=\"https://sectigo.com/support-ticket\"", "<span>" + SUBJECT + " " + number + "</span>")
                .doesNotContain("/useful/");
        assertThat(events(file))
                .containsSequence("orderReceived", "questionRouted", "questionHandedToPartner", "mailSent");
    }

    @ParameterizedTest
    @CsvSource({"nl, bestelnummer", "fr, numéro de commande", "en, order number", "de, Bestellnummer"})
    void withoutAnOrderNumberTheCustomerIsAskedToAddIt(String language, String words) {
        String file = ask("DCS", "technical", Map.of("contactLanguage", language));

        SentMail mail = onlyMail(file, "support-ticket");
        assertThat(mail.text().lines()).contains(SUBJECT);
        assertThat(mail.text().replace('\n', ' ')).contains(words);
    }

    @Test
    void questionAboutMailSecurityIsAnsweredByTheServiceDesk() {
        String file = ask("BAMS", "technical", Map.of("certificateOrder", "1234567"));
        assertThat(requests.get(file).certificateOrder()).as("BAMS has none").isNull();
        assertThat(desk.task(file, ANSWER).getAssignee()).isNull();
        assertThat(orders.get(file).turn()).isEqualTo(Turn.BELNET);
        assertThat(form("desk1", file, ANSWER).path("supportDecision")).hasToString("\"answer\"");
        answer(file, "Please restart it.\n\nThen it works.");

        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        SentMail mail = onlyMail(file, "support-answer");
        assertThat(mail.to().email()).isEqualTo(email());
        assertThat(mail.text().lines())
                .contains("Please restart it.", "Then it works.", "My certificate is late.")
                .anyMatch(line -> line.contains("/useful/"));
    }

    @Test
    void questionAboutTheContractIsPassedOnAndAnsweredByTheAccountManager() {
        String file = ask("DCS", "contract", Map.of());
        JsonNode proposed = form("desk1", file, ANSWER);
        assertThat(proposed.path("supportDecision")).hasToString("\"passOn\"");
        assertThat(proposed.path("accountManager")).hasToString("\"relations1\"");
        passOn(file, Map.of("note", "It is about clause 4."));

        assertThat(desk.task(file, DISCUSS).getAssignee()).isEqualTo("relations1");
        assertThat(orders.get(file).accountManager()).isEqualTo("relations1");
        SentMail told = onlyMail(file, "support-passed-on");
        assertThat(told.to().role()).isEqualTo("accountManager");
        assertThat(told.text())
                .contains("My certificate is late.", "It is about clause 4.", email(), "/orders/" + file, customer);
        desk.complete(file, DISCUSS, "relations1", Map.of("managerDecision", "answer", "answer", "As we agreed."));

        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(templates(file)).containsExactly("support-passed-on", "support-answer");
    }

    @Test
    void accountManagerGivesAQuestionBackAndTheServiceDeskAnswers() {
        String file = ask("BAMS", "invoice", Map.of());
        passOn(file, Map.of());
        assertThat(onlyMail(file, "support-passed-on").text()).doesNotContain("The Service Desk adds");
        desk.complete(file, DISCUSS, "relations1", Map.of("managerDecision", "giveBack", "note", "Invoice is right."));

        JsonNode back = form("desk1", file, ANSWER);
        assertThat(back.path("supportDecision")).hasToString("\"answer\"");
        assertThat(back.path("facts").asText()).contains("Invoice is right.");
        answer(file, "Your invoice is right.");
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(events(file)).contains("questionPassedOn", "questionGivenBack");
    }

    @Test
    void serviceDeskMayStillPointACustomerOfCertificatesToSectigo() {
        String file = ask("DCS", "other", Map.of());
        complete(file, Map.of("supportDecision", "handToPartner"));

        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(onlyMail(file, "support-ticket").text().lines()).contains(SUBJECT);
    }

    @Test
    void noQuestionAboutMailSecurityGoesToSectigo() {
        String file = ask("BAMS", "other", Map.of());

        assertThat(refusals(() -> complete(file, Map.of("supportDecision", "handToPartner"))))
                .containsExactly("supportDecision form.error.notAnOption");
        assertThat(desk.openTasks(file)).containsExactly(ANSWER);
    }

    @Test
    void noQuestionOfACustomerOfAnAuthorityWithoutTicketsGoesToSectigo() {
        long id = subscribers.certificatesOnPaper(customer, LocalDate.of(2026, 3, 1), "a.example");
        jdbc.sql("update subscription set authority = 'harica', organisation_id = ? where id = ?")
                .params("E-" + id, id)
                .update();
        String file = ask("DCS", "other", Map.of());

        assertThat(refusals(() -> complete(file, Map.of("supportDecision", "handToPartner"))))
                .containsExactly("supportDecision form.error.notAnOption");
    }

    @Test
    void whoNobodyKnowsIsFoundOutFirst() {
        String file = ask("DCS", "technical", Map.of("acronym", "NOBODY-KNOWS"));
        assertThat(desk.openTasks(file)).containsExactly(ANSWER);
        assertThat(refusals(
                        () -> complete(file, Map.of("supportDecision", "handToPartner", "acronym", "NOBODY-EITHER"))))
                .containsExactly("acronym form.error.unknownAcronym");
        complete(file, Map.of("supportDecision", "handToPartner", "acronym", customer.toLowerCase()));

        assertThat(orders.get(file).acronym()).isEqualTo(customer);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    void answerIsWrittenBeforeItGoes() {
        String file = ask("BAMS", "other", Map.of());
        assertThat(refusals(() -> complete(file, Map.of("supportDecision", "answer"))))
                .containsExactly("answer form.error.required");
        assertThat(refusals(() -> complete(file, Map.of("supportDecision", "passOn"))))
                .containsExactly("accountManager form.error.required");
        passOn(file, Map.of());
        assertThat(refusals(() -> desk.complete(file, DISCUSS, "relations1", Map.of("managerDecision", "answer"))))
                .containsExactly("answer form.error.required");
        assertThat(templates(file)).containsExactly("support-passed-on");
    }

    @ParameterizedTest
    @CsvSource({"BAMS, nl, uw vraag", "DCS, fr, votre question"})
    void customerWithdrawsItsQuestion(String service, String language, String words) {
        String file = ask(service, "other", Map.of("contactLanguage", language));
        assertThat(process.consequences(file)).isEmpty();
        process.withdraw(file, "It works again.");

        assertThat(orders.get(file).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(desk.isRunning(file)).isFalse();
        assertThat(onlyMail(file, "withdrawal-confirmed").text().replace('\n', ' '))
                .contains(file, words);
    }

    @ParameterizedTest
    @CsvSource({"BAMS, en", "DCS, de"})
    void belnetCancelsAQuestionAndSaysWhy(String service, String language) {
        String file = ask(service, "contract", Map.of("contactLanguage", language));
        passOn(file, Map.of());
        process.cancel(file, "Asked twice.");

        assertThat(orders.get(file).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.openTasks(file)).isEmpty();
        assertThat(onlyMail(file, "order-cancelled").text())
                .contains("Asked twice.")
                .doesNotContain("contract that was drawn up", "Vertrag");
    }

    @Test
    void questionWaitsForTheCustomerUntilItAnswers() {
        String file = ask("BAMS", "technical", Map.of());
        String task = desk.task(file, ANSWER).getId();
        String waiting = "/api/orders/%s/tasks/%s/waiting".formatted(file, task);
        assertThat(desk1().post(
                                waiting,
                                "{\"for\":\"customer\",\"until\":\"%s\",\"reason\":\"Logs are asked for\"}"
                                        .formatted(LocalDate.now().plusDays(7)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(orders.get(file).turn()).isEqualTo(Turn.CUSTOMER);

        note(file, "Here they are.");
        assertThat(orders.get(file).turn()).isEqualTo(Turn.BELNET);
        answer(file, "Thank you, all is well.");
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"technical", "other"})
    void whatACustomerWritesAfterwardsIsANoteInTheClosedFile(String topic) {
        String file = ask("DCS", topic, Map.of());
        if (topic.equals("other")) {
            answer(file, "So it is.");
        }
        note(file, "And what about the other one?");

        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        OrderEvent last = orders.events(file).get(orders.events(file).size() - 1);
        assertThat(last.kind()).isEqualTo("mailReceived");
        assertThat(last.facts()).containsEntry("text", "And what about the other one?");
    }

    @Test
    void questionThatCameByMailBeginsOnce() {
        var question = new SupportQuestion(
                "DCS",
                SupportTopic.INVOICE,
                customer,
                "Why so much?",
                new Requester("Bookkeeper", email(), null, "de"),
                null,
                null);
        String token = "mail/" + UUID.randomUUID();
        String file = starts.begin(question, token);
        assertThat(starts.begin(question, token)).isEqualTo(file);
        desk.runJobs(file);

        assertThat(desk.openTasks(file)).containsExactly(ANSWER);
        assertThat(orders.get(file).kind()).isEqualTo("support");
        assertThat(orders.get(file).request()).isEqualTo("Why so much?");
    }

    @ParameterizedTest
    @CsvSource({"bams-order, I cannot sign in., I cannot sign in.", "dcs-order, , It is a question."})
    void orderThatIsAQuestionIsTakenUpAsOne(String process, String request, String question) {
        Map<String, Object> answers =
                new HashMap<>(Map.of("contactName", "Administrator", "contactEmail", email(), "contactLanguage", "fr"));
        if (request != null) {
            answers.put("request", request);
        }
        String order = desk.start("desk1", process, answers);
        desk.complete(
                order,
                "userTask_reviewRequest",
                "desk1",
                Map.of("requestOutcome", "treatAsSupport", "acronym", customer, "reason", "It is a question."));

        assertThat(orders.get(order).state()).isEqualTo(OrderState.REJECTED);
        String file = orders.events(order).stream()
                .filter(event -> event.kind().equals("takenUpAsQuestion"))
                .map(event -> event.facts().get("question"))
                .findFirst()
                .orElseThrow();
        desk.runJobs(file);
        assertThat(orders.get(file).request()).isEqualTo(question);
        assertThat(orders.get(file).acronym()).isEqualTo(customer);
        assertThat(desk.openTasks(file)).containsExactly(ANSWER);
    }

    @Test
    void formSentTwiceOpensOneFile() {
        Map<String, Object> twice = Map.of("formToken", UUID.randomUUID().toString());
        ask("BAMS", "other", twice);

        assertThat(refusals(() -> ask("BAMS", "other", twice))).containsExactly("null form.error.twice");
    }

    @Test
    void fileIsFoundAndShowsWhatTheQuestionIsAbout() throws Exception {
        String file =
                ask("DCS", "other", Map.of("certificateOrder", "C-" + customer, "ticketReference", "T" + customer));

        for (String q : List.of("C-" + customer, "T" + customer, customer, email())) {
            assertThat(desk1().get("/api/orders?q=" + q).body()).as(q).contains(file);
        }
        assertThat(desk1().get("/api/orders/" + file).body()).contains("\"kind\":\"support\"");
        assertThat(desk1().get("/orders/" + file).body())
                .contains(
                        "Support", "something else", "C-" + customer, "My certificate is late.", "The question goes to")
                .doesNotContain("??");
        assertThat(new ApiCaller(port, "desk1", "fr").get("/orders/" + file).body())
                .contains("autre chose", "Répondre à la question", "La question est pour");
        String bams = ask("BAMS", "technical", Map.of());
        assertThat(desk1().get("/orders/" + bams).body()).contains("technical problem", "Answer question");
    }

    @Test
    void answerIsShownAsTheMailItWouldBe() throws JsonProcessingException {
        String file = ask("BAMS", "other", Map.of("contactLanguage", "fr"));
        String written = mails(file, Map.of("supportDecision", "answer", "answer", "Redémarrez-le <b>"));
        assertThat(written).contains("Redémarrez-le &lt;b&gt;", "Merci pour votre question");
        assertThat(mails(file, Map.of("supportDecision", "answer"))).contains("“Answer” is missing.");
        assertThat(templates(file)).isEmpty();
        assertThat(relations()
                        .get("/orders/%s/preview/contract".formatted(file))
                        .statusCode())
                .as("a question has no contract")
                .isEqualTo(404);
    }

    @Test
    void accountManagersMailIsShownToWhoeverPassesAQuestionOn() throws JsonProcessingException {
        String file = ask("BAMS", "other", Map.of());
        Map<String, Object> on =
                Map.of("supportDecision", "passOn", "accountManager", "relations1", "note", "In a hurry");
        String shown = mails(file, on);

        assertThat(templates(file)).isEmpty();
        desk.complete(file, ANSWER, "desk1", on);
        assertThat(shown)
                .contains("In a hurry")
                .contains(onlyMail(file, "support-passed-on").subject());
    }

    /** What Tasklist shows of the mails to which the Service Desk's form leads. */
    private String mails(String file, Map<String, Object> answers) throws JsonProcessingException {
        String path = "/desk/mails/" + desk.task(file, ANSWER).getId();
        return desk1().post(path, json.writeValueAsString(answers)).body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relations1", "operations1", "adviser1", "auditor1"})
    void othersDoNotStartIt(String user) {
        assertThat(catchThrowable(() -> desk.start(user, "support-request", question("BAMS", "other", Map.of()))))
                .isNotNull();
    }

    private String ask(String service, String topic, Map<String, Object> more) {
        return desk.start("desk1", "support-request", question(service, topic, more));
    }

    private Map<String, Object> question(String service, String topic, Map<String, Object> more) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("service", service);
        answers.put("topic", topic);
        answers.put("acronym", customer);
        answers.put("question", "My certificate is late.");
        answers.put("contactName", "Administrator");
        answers.put("contactEmail", email());
        answers.put("contactLanguage", "en");
        answers.putAll(more);
        return answers;
    }

    private String email() {
        return "pki@%s.example".formatted(customer.toLowerCase());
    }

    private void complete(String file, Map<String, Object> answers) {
        desk.complete(file, ANSWER, "desk1", answers);
    }

    private void answer(String file, String words) {
        complete(file, Map.of("supportDecision", "answer", "answer", words));
    }

    private void passOn(String file, Map<String, Object> more) {
        Map<String, Object> answers = new HashMap<>(more);
        answers.put("supportDecision", "passOn");
        answers.put("accountManager", "relations1");
        complete(file, answers);
    }

    private void note(String file, String words) {
        assertThat(desk1().post(
                                "/api/orders/%s/notes".formatted(file),
                                "{\"kind\":\"mailReceived\",\"text\":\"%s\"}".formatted(words))
                        .statusCode())
                .isEqualTo(201);
    }

    /** What a task's form fills in, by field, and its texts by the end of their ids. */
    private JsonNode form(String user, String file, String task) {
        String name = task.equals(ANSWER) ? "answer-question" : "discuss-question";
        String body = caller(user)
                .get("/forms/%s/%s".formatted(name, desk.task(file, task).getId()))
                .body();
        try {
            var filled = json.createObjectNode();
            json.readTree(body).path("components").forEach(part -> {
                if (part.has("key")) {
                    filled.set(part.path("key").asText(), part.path("defaultValue"));
                } else {
                    String text =
                            part.path("text").asText() + part.path("content").asText();
                    filled.put(part.path("id").asText().replaceFirst(".*_", ""), text);
                }
            });
            return filled;
        } catch (JsonProcessingException noForm) {
            throw new AssertionError(body, noForm);
        }
    }

    private ApiCaller desk1() {
        return caller("desk1");
    }

    private ApiCaller relations() {
        return caller("relations1");
    }

    private ApiCaller caller(String user) {
        return new ApiCaller(port, user, "en");
    }

    private SentMail onlyMail(String file, String template) {
        List<SentMail> found = correspondence.of(file).stream()
                .filter(mail -> mail.template().equals(template))
                .toList();
        assertThat(found).as(template).hasSize(1);
        return found.get(0);
    }

    private List<String> templates(String file) {
        return correspondence.of(file).stream().map(SentMail::template).toList();
    }

    private List<String> events(String file) {
        return orders.events(file).stream().map(OrderEvent::kind).toList();
    }

    private static Set<String> refusals(ThrowingCallable act) {
        var refused = catchThrowableOfType(AnswersRefusedException.class, act);
        assertThat(refused).as("must be refused").isNotNull();
        return refused.refusals().stream()
                .map(refusal -> refusal.field() + " " + refusal.messageKey())
                .collect(Collectors.toSet());
    }
}

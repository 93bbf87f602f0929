package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The API as scripts of each group use it, and as they should not. */
@ProcessTest
class OrdersApiTest {
    @LocalServerPort
    int port;

    @Autowired
    Desk staff;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    @Autowired
    ObjectMapper json;

    @Autowired
    HistoryService history;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private ApiCaller desk;
    private String customer;

    @BeforeEach
    void callerAndCustomer() {
        desk = new ApiCaller(port, "desk1", "en");
        customer = register.university("nl");
    }

    @Test
    void startIsAnsweredWithTheOrderAndWhereItIs() throws Exception {
        var answer = start(desk, key(), request());

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode order = json.readTree(answer.body());
        String number = order.path("number").asText();
        assertThat(number).matches("BAMS-\\d{4}-\\d{5}");
        assertThat(answer.headers().firstValue("Location")).contains("/api/orders/" + number);
        assertThat(order.path("service").asText()).isEqualTo("BAMS");
        assertThat(order.path("kind").asText()).isEqualTo("order");
        assertThat(order.path("state").asText()).isEqualTo("open");
        assertThat(order.path("turn").asText()).isEqualTo("belnet");
        assertThat(order.path("customer").asText()).isEqualTo(customer);
        assertThat(order.path("closedAt").isNull()).isTrue();
        assertThat(order.path("clocks").path("belnet").isNumber()).isTrue();
    }

    @Test
    void serviceSaysWhichOrderIsStarted() throws Exception {
        String key = key();
        Map<String, Object> certificates = request();
        certificates.put("service", "DCS");
        var first = start(desk, key, certificates);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(number(first)).matches("DCS-\\d{4}-\\d{5}");
        assertThat(number(start(desk, key, certificates))).isEqualTo(number(first));
        assertThat(start(desk, key, request()).statusCode())
                .as("the same key for another service")
                .isEqualTo(422);
    }

    @Test
    void engineKnowsWhoStartedTheOrder() throws Exception {
        String number = started();

        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        assertThat(instance.getStartUserId()).isEqualTo("desk1");
    }

    @Test
    void openTasksAreNamedInTheCallersLanguage() throws Exception {
        String number = started();
        staff.runJobs(number);

        JsonNode task = json.readTree(
                        desk.reading("nl").get("/api/orders/" + number).body())
                .path("openTasks")
                .path(0);
        assertThat(task.path("definitionKey").asText()).isEqualTo("userTask_introduceAccountManager");
        assertThat(task.path("candidateGroups").path(0).asText()).isEqualTo("serviceDesk");
        assertThat(task.path("name").asText()).isNotBlank().isNotEqualTo("Introduce account manager");
        assertThat(task.path("link").asText())
                .contains("/#/?task=" + task.path("id").asText());
    }

    @Test
    void sameKeyAndBodyIsTheSameOrder() throws Exception {
        String key = key();
        var first = start(desk, key, request());
        var second = start(desk, key, request());

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(number(second)).isEqualTo(number(first));
        assertThat(ordersOf(customer)).hasSize(1);
    }

    @Test
    void sameKeyWithAnotherBodyIsRefused() throws Exception {
        String key = key();
        start(desk, key, request());
        Map<String, Object> other = request();
        other.put("request", "Something else");
        var second = start(desk.reading("fr"), key, other);

        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json.readTree(second.body()).path("detail").asText()).contains("nouvelle clé");
        assertThat(ordersOf(customer)).hasSize(1);
    }

    @Test
    void anotherCallersKeyIsAnotherKey() throws Exception {
        String key = key();
        var first = start(desk, key, request());
        var second = start(desk.as("manager1"), key, request());

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(number(second)).isNotEqualTo(number(first));
    }

    @Test
    void sameKeySentManyTimesAtOnceStartsOneOrder() throws Exception {
        String key = key();
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try {
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                calls.add(() -> start(desk, key, request()));
            }
            List<Integer> statuses = new ArrayList<>();
            Set<String> numbers = new TreeSet<>();
            for (Future<HttpResponse<String>> call : callers.invokeAll(calls)) {
                statuses.add(call.get().statusCode());
                numbers.add(number(call.get()));
            }
            assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
            assertThat(numbers).hasSize(1);
            assertThat(ordersOf(customer)).hasSize(1);
        } finally {
            callers.shutdown();
        }
    }

    @Test
    void refusedStartLeavesItsKeyFree() throws Exception {
        String key = key();
        Map<String, Object> wrong = request();
        wrong.put("contactEmail", "nobody@\r\nBcc: all@example.org");
        var refused = start(desk.reading("de"), key, wrong);
        var corrected = start(desk, key, request());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json.readTree(refused.body())
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asText())
                .isEqualTo("contactEmail");
        assertThat(json.readTree(refused.body()).path("detail").asText()).doesNotContain("form.error", "contactEmail");
        assertThat(corrected.statusCode()).isEqualTo(201);
    }

    @Test
    void whatTheFormDoesNotKnowIsRefused() throws Exception {
        for (String smuggled : List.of("formToken", "eligible", "accountManager")) {
            Map<String, Object> body = request();
            body.put(smuggled, "true");
            var answer = start(desk, key(), body);
            assertThat(answer.statusCode()).as(smuggled).isEqualTo(400);
            assertThat(answer.body()).contains(smuggled);
        }
        Map<String, Object> nested = request();
        nested.put("contactName", Map.of("a", 1));
        assertThat(start(desk, key(), nested).statusCode()).isEqualTo(400);
        assertThat(ordersOf(customer)).isEmpty();
    }

    @Test
    void serviceMustBeOneOfOurs() throws Exception {
        Map<String, Object> body = request();
        body.put("service", "HOSTING");
        assertThat(start(desk, key(), body).statusCode()).isEqualTo(400);
        body.remove("service");
        assertThat(start(desk, key(), body).body()).contains("service");
    }

    @Test
    void keyAndJsonAreCompulsory() {
        assertThat(desk.post("/api/orders", "{}").statusCode()).isEqualTo(400);
        assertThat(desk.post("/api/orders", "[1]", "Idempotency-Key", key()).statusCode())
                .isEqualTo(400);
        assertThat(desk.get("/api/orders?page=first").statusCode()).isEqualTo(400);
        assertThat(desk.get("/api/orders?state=lost").statusCode()).isEqualTo(400);
    }

    @Test
    void onlyServiceDeskAndManagersStart() throws Exception {
        for (String user : List.of("relations1", "adviser1", "operations1", "auditor1", "admin")) {
            assertThat(start(desk.as(user), key(), request()).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(start(desk.as("nobody"), key(), request()).statusCode()).isEqualTo(401);
    }

    @Test
    void readersReadAndActorsWithdraw() throws Exception {
        String number = started();
        staff.runJobs(number);
        for (String user : List.of("adviser1", "operations1", "auditor1")) {
            assertThat(desk.as(user).get("/api/orders/" + number).statusCode())
                    .as(user)
                    .isEqualTo(200);
            assertThat(withdraw(desk.as(user), number, "Because").statusCode())
                    .as(user)
                    .isEqualTo(403);
            assertThat(cancel(desk.as(user), number, "Because").statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(desk.as("admin").get("/api/orders/" + number).statusCode()).isEqualTo(403);
        assertThat(orders.get(number).state()).isEqualTo(OrderState.OPEN);
    }

    @Test
    void withdrawalNeedsAReasonAndHappensOnce() throws Exception {
        String number = started();
        staff.runJobs(number);
        assertThat(withdraw(desk, number, "  ").statusCode()).isEqualTo(400);
        assertThat(withdraw(desk, number, "No budget").statusCode()).isEqualTo(200);
        assertThat(withdraw(desk, number, "Again").statusCode()).isEqualTo(409);
        staff.runJobs(number);

        JsonNode order = json.readTree(desk.get("/api/orders/" + number).body());
        assertThat(order.path("state").asText()).isEqualTo("withdrawn");
        assertThat(order.path("turn").asText()).isEqualTo("none");
        assertThat(order.path("closingReason").asText()).isEqualTo("No budget");
        assertThat(order.path("openTasks").isEmpty()).isTrue();
    }

    @Test
    void eventsAreToldInWords() throws Exception {
        String number = started();
        JsonNode events = json.readTree(
                desk.reading("fr").get("/api/orders/" + number + "/events").body());

        assertThat(events.path(0).path("kind").asText()).isEqualTo("orderReceived");
        assertThat(events.path(0).path("actor").asText()).isEqualTo("desk1");
        assertThat(events.path(0).path("text").asText()).isEqualTo("Demande reçue");
    }

    @Test
    void documentLeavesAsAttachmentOfItsOwnOrderOnly() throws Exception {
        String number = started();
        String other = number(start(desk, key(), request()));
        var document = documents.add(
                number, "note", "<b>.html", "text/html", "<script>x</script>".getBytes(StandardCharsets.UTF_8));

        var answer = desk.get("/api/orders/%s/documents/%d".formatted(number, document.id()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(desk.get("/api/orders/%s/documents/%d".formatted(other, document.id()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void searchFindsByWhatPeopleKnow() throws Exception {
        Map<String, Object> body = request();
        String mark = UUID.randomUUID().toString().substring(0, 8);
        body.put("contactName", "Postmeester Ünïque" + mark);
        body.put("contactPhone", "+32 2 790 33 " + (10 + (int) (Math.random() * 89)));
        body.put("ticketReference", "INC" + mark);
        body.put("customerReference", "PO/" + mark);
        String number = number(start(desk, key(), body));

        for (String q : List.of(
                number,
                number.toLowerCase(),
                "unique" + mark,
                "postmeester unique" + mark,
                "inc" + mark,
                "po/" + mark,
                customer.toLowerCase(),
                "organisation " + customer.toLowerCase(),
                "signatory@" + customer.toLowerCase())) {
            assertThat(found(q)).as(q).contains(number);
        }
        String national = "0" + ((String) body.get("contactPhone")).substring(4).replace(" ", "");
        assertThat(found(national)).contains(number);
        assertThat(found("unique" + mark + " nobody")).doesNotContain(number);
        assertThat(found("%")).doesNotContain(number);
    }

    @Test
    void unknownOrderIsAProblemInTheCallersLanguage() throws Exception {
        var answer = desk.reading("nl-BE").get("/api/orders/BAMS-1999-00001");

        assertThat(answer.statusCode()).isEqualTo(404);
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        assertThat(problem.path("detail").asText()).isEqualTo("Geen enkele bestelling heeft dit nummer.");
    }

    @Test
    void descriptionNamesEveryPathOfTheApi() throws Exception {
        Set<String> described = new TreeSet<>();
        json.readTree(desk.get("/api/openapi.json").body())
                .path("paths")
                .fieldNames()
                .forEachRemaining(described::add);
        Set<String> served = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/") && !path.equals("/api/openapi.json"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(served);
    }

    private List<String> found(String q) throws Exception {
        List<String> numbers = new ArrayList<>();
        json.readTree(desk.get("/api/orders?q=" + java.net.URLEncoder.encode(q, StandardCharsets.UTF_8))
                        .body())
                .path("orders")
                .forEach(order -> numbers.add(order.path("number").asText()));
        return numbers;
    }

    private List<String> ordersOf(String acronym) throws Exception {
        return found(acronym);
    }

    private String started() throws Exception {
        return number(start(desk, key(), request()));
    }

    private String number(HttpResponse<String> answer) throws Exception {
        return json.readTree(answer.body()).path("number").asText();
    }

    private HttpResponse<String> start(ApiCaller caller, String key, Map<String, Object> body) throws Exception {
        return caller.post("/api/orders", json.writeValueAsString(body), "Idempotency-Key", key);
    }

    @Test
    void cancellationNeedsAReasonAndHappensOnce() throws Exception {
        String number = started();
        staff.runJobs(number);
        assertThat(cancel(desk, number, "  ").statusCode()).isEqualTo(400);
        assertThat(cancel(desk, "BAMS-2026-99999", "No such order").statusCode())
                .isEqualTo(404);
        assertThat(cancel(desk.as("relations1"), number, "Not possible").statusCode())
                .isEqualTo(200);
        assertThat(cancel(desk, number, "Again").statusCode()).isEqualTo(409);
        assertThat(withdraw(desk, number, "Again").statusCode()).isEqualTo(409);
        staff.runJobs(number);

        JsonNode order = json.readTree(desk.get("/api/orders/" + number).body());
        assertThat(order.path("state").asText()).isEqualTo("cancelled");
        assertThat(order.path("closingReason").asText()).isEqualTo("Not possible");
        assertThat(cancel(desk, number, "Again").statusCode()).isEqualTo(409);
    }

    private HttpResponse<String> cancel(ApiCaller caller, String number, String reason) throws Exception {
        return caller.post(
                "/api/orders/" + number + "/cancellation", json.writeValueAsString(Map.of("reason", reason)));
    }

    private HttpResponse<String> withdraw(ApiCaller caller, String number, String reason) throws Exception {
        return caller.post("/api/orders/" + number + "/withdrawal", json.writeValueAsString(Map.of("reason", reason)));
    }

    private Map<String, Object> request() {
        return new HashMap<>(Map.of(
                "service", "BAMS",
                "acronym", customer,
                "request", "Less spam, please",
                "contactName", "Mail administrator",
                "contactEmail", "postmaster@%s.example".formatted(customer.toLowerCase()),
                "contactLanguage", "nl"));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}

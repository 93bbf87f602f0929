package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The order file as staff see it, and what it does not let them do. */
@ProcessTest
class OrderPagesTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 3, 1);
    private static final String NEEDS = "mailboxes=250&package=atp&addOns=cloudApi&trialDays=14&cpus=&priceLine=";

    @LocalServerPort
    int port;

    @Autowired
    Desk staff;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Notices notices;

    @Autowired
    TestClock clock;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    OrderDocuments documents;

    @Autowired
    ObjectMapper json;

    private ApiCaller desk;
    private ApiCaller relations;
    private String customer;

    @BeforeEach
    void callersAndCustomer() {
        desk = new ApiCaller(port, "desk1", "en");
        relations = desk.as("relations1");
        customer = register.university("nl");
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void pageSaysWhoseTurnItIsAndWhatIsNext() throws Exception {
        String order = started("Less spam");

        assertThat(desk.reading("en").get("/orders/" + order).body())
                .contains("It is Belnet’s turn", "Introduce account manager", "Open the task", "/#/?task=");
        assertThat(desk.reading("nl").get("/orders/" + order).body()).contains("Belnet is aan zet", "lang=\"nl\"");
        assertThat(desk.reading("fr").get("/orders/" + order).body()).contains("C’est à Belnet d’agir");
        assertThat(desk.reading("de").get("/orders/" + order).body()).contains("Belnet ist am Zug");
    }

    @Test
    void noTextOnThePageIsAMessageKey() throws Exception {
        String order = withNeeds();

        for (String language : List.of("en", "nl", "fr", "de")) {
            for (String page : List.of("/orders", "/orders/" + order)) {
                assertThat(relations.reading(language).get(page).body())
                        .as(language + " " + page)
                        .contains("lang=\"" + language + "\"", "<main")
                        .doesNotContain("??")
                        .doesNotContainPattern(">\\s*(event|step|task|order|fact|bams|reference|document)\\.\\w+\\.?");
            }
        }
    }

    @Test
    void requestOfTheCustomerIsShownNotRun() throws Exception {
        String order = started("<script>alert(1)</script><img src=x onerror=alert(2)>");

        assertThat(desk.get("/orders/" + order).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void orderNumberTypedIntoTheSearchLeadsToTheOrder() throws Exception {
        String order = started("Less spam");

        var answer = desk.get("/orders?q=" + order.toLowerCase());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/orders/" + order));
        assertThat(desk.get("/orders?q=" + customer).body()).contains(order);
        assertThat(desk.get("/orders?q=" + customer + "&state=completed").body())
                .doesNotContain(order);
    }

    @Test
    void readersSeeNoButtonAndCannotWithdraw() throws Exception {
        String order = started("Less spam");

        for (String reader : List.of("auditor1", "adviser1", "operations1")) {
            assertThat(desk.as(reader).get("/orders/" + order).body())
                    .as(reader)
                    .contains(order)
                    .doesNotContain("/withdrawal", "/cancellation");
            assertThat(withdraw(desk.as(reader), order, "Because").statusCode())
                    .as(reader)
                    .isEqualTo(403);
            assertThat(cancel(desk.as(reader), order, "Because").statusCode())
                    .as(reader)
                    .isEqualTo(403);
        }
        assertThat(desk.as("admin").get("/orders").statusCode()).isEqualTo(403);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.OPEN);
    }

    @Test
    void withdrawalFromAnotherSiteIsRefused() throws Exception {
        String order = started("Less spam");
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var login = browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                        .build(),
                BodyHandlers.ofString());
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(login.body());
        assertThat(token.find()).isTrue();
        browser.send(
                form("/login", "username=desk1&password=desk1&_csrf=" + token.group(1)), BodyHandlers.discarding());

        var forged = browser.send(form("/orders/" + order + "/withdrawal", "reason=x"), BodyHandlers.ofString());

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.OPEN);
    }

    @Test
    void withdrawalShowsWhatIsMissingAndKeepsWhatWasTyped() throws Exception {
        String order = started("Less spam");

        var empty = withdraw(desk, order, " ");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("“Reason” is missing.", "Nothing has been ordered yet");
        String long_ = "x".repeat(2001);
        assertThat(withdraw(desk, order, long_).body()).contains(long_);

        assertThat(withdraw(desk, order, "No budget <b>this</b> year").statusCode())
                .isEqualTo(302);
        staff.runJobs(order);
        assertThat(desk.get("/orders/" + order).body())
                .contains("This order is closed", "Withdrawn", "No budget &lt;b&gt;this&lt;/b&gt; year")
                .doesNotContain("/withdrawal\"");
        assertThat(withdraw(desk, order, "Again").statusCode()).isEqualTo(302);
    }

    @Test
    void whoeverLeavesANoticeReadsThatTheServiceRunsOn() {
        notices.spring();
        subscribers.mailSecurity(customer, LONG_AGO, null);
        String intention = notices.letter("BAMS", customer, Map.of("channel", "mail"));
        assertThat(desk.get("/orders/" + intention).body())
                .contains("The file of its notice is closed, the service runs on", "Its file is closed")
                .contains("No end has been set yet")
                .doesNotContain("becomes void", "has been ordered");
        process.withdraw(intention, "Not meant so");
        staff.runJobs(intention);

        String letter = notices.letter("BAMS", customer, Map.of());
        assertThat(desk.get("/orders/" + letter).body())
                .contains("The file of its notice is closed", "runs on as if no notice had been given")
                .doesNotContain("becomes void", "cannot be taken back");
    }

    @Test
    void whoeverLeavesAChangeReadsThatTheServiceStays() {
        subscribers.mailSecurity(customer, LONG_AGO, null);
        String change = staff.start(
                "desk1",
                "service-change",
                Map.of(
                        "service", "BAMS",
                        "acronym", customer,
                        "request", "More, please",
                        "contactName", "Mail administrator",
                        "contactEmail", "postmaster@example.org",
                        "contactLanguage", "nl"));

        for (String language : List.of("en", "nl", "fr", "de")) {
            assertThat(desk.reading(language).get("/orders/" + change).body())
                    .contains("/withdrawal", "/cancellation")
                    .doesNotContain("??");
        }
        assertThat(desk.reading("en").get("/orders/" + change).body())
                .contains("The change is not made", "cannot or will not make the change", "stays as it was")
                .doesNotContain("becomes void", "has been ordered");
    }

    @Test
    void cancellationShowsWhatIsMissingInItsOwnFormAndKeepsWhatWasTyped() throws Exception {
        String order = started("Less spam");

        var empty = cancel(desk, order, " ");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).containsOnlyOnce("“Reason” is missing.").contains("Cancel for Belnet");
        String long_ = "x".repeat(2001);
        assertThat(cancel(desk, order, long_).body()).containsOnlyOnce(long_);

        assertThat(cancel(desk, order, "Not <b>possible</b>").statusCode()).isEqualTo(302);
        assertThat(desk.get("/orders/" + order).body())
                .contains("Being undone</h2>", "Orderdesk takes back what was done already.")
                .doesNotContain("It is Belnet’s turn");
        staff.runJobs(order);
        assertThat(desk.get("/orders/" + order).body())
                .contains("This order is closed", "Cancelled", "Belnet cancels the order")
                .contains("Not &lt;b&gt;possible&lt;/b&gt;")
                .doesNotContain("/cancellation\"");
        assertThat(cancel(desk, order, "Again").statusCode()).isEqualTo(302);
    }

    @Test
    void documentsAndMailsLeaveHarmlessAndOnlyWithTheirOrder() throws Exception {
        String order = withNeeds();
        String other = started("Less spam");
        var document = documents.add(
                order, "note", "a.html", "text/html", "<script>1</script>".getBytes(StandardCharsets.UTF_8));

        var file = desk.get("/orders/%s/documents/%d".formatted(order, document.id()));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(file.headers().allValues("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(desk.get("/orders/%s/documents/%d".formatted(other, document.id()))
                        .statusCode())
                .isEqualTo(404);

        var page = Pattern.compile("/orders/" + order + "/mails/(\\d+)")
                .matcher(desk.get("/orders/" + order).body());
        assertThat(page.find()).isTrue();
        var mail = desk.get(page.group());
        assertThat(mail.statusCode()).isEqualTo(200);
        assertThat(mail.headers().allValues("Content-Security-Policy"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("sandbox; default-src 'none'");
        assertThat(desk.get("/orders/%s/mails/%s".formatted(other, page.group(1)))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void previewShowsWhatStandsInTheFormAndKeepsNothing() throws Exception {
        String order = atNeeds();
        String fields = NEEDS + "&mailDomains=a.example%20mx.a.example~b.example%20mx.b.example";

        var contract = relations.get("/orders/%s/preview/contract?%s".formatted(order, fields));
        assertThat(contract.statusCode()).isEqualTo(200);
        assertThat(contract.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(contract.body()).startsWith("%PDF");
        assertThat(documents.of(order)).isEmpty();
        assertThat(orders.events(order)).noneMatch(event -> event.kind().equals("needsDetermined"));
    }

    @Test
    void previewOfNonsenseSaysWhatIsWrong() throws Exception {
        String order = atNeeds();

        var refused = relations
                .reading("en")
                .get("/orders/%s/preview/contract?%s"
                        .formatted(order, NEEDS.replace("250", "-3") + "&mailDomains=%3Cb%3Enone"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("“Mailboxes” must be at least 1.").doesNotContain("<b>none");
        var noDomain =
                relations.get("/orders/%s/preview/contract?%s".formatted(order, NEEDS + "&mailDomains=%3Cb%3Enone"));
        assertThat(noDomain.statusCode()).isEqualTo(400);
        assertThat(noDomain.body()).contains("&lt;b&gt;none").doesNotContain("<b>none");
    }

    @Test
    void previewIsForCustomerRelations() throws Exception {
        String order = atNeeds();

        for (String user : List.of("desk1", "manager1", "auditor1", "operations1")) {
            assertThat(desk.as(user)
                            .get("/orders/" + order + "/preview/contract?" + NEEDS)
                            .statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    @Test
    void unknownOrderIsExplained() {
        var answer = desk.get("/orders/BAMS-1999-00001");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private String started(String request) throws Exception {
        var answer = desk.post(
                "/api/orders",
                json.writeValueAsString(Map.of(
                        "service",
                        "BAMS",
                        "acronym",
                        customer,
                        "request",
                        request,
                        "contactName",
                        "Mail administrator",
                        "contactEmail",
                        "postmaster@example.org",
                        "contactLanguage",
                        "nl")),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        String number = json.readTree(answer.body()).path("number").asText();
        staff.runJobs(number);
        if (staff.openTasks(number).contains("userTask_reviewRequest")) {
            staff.complete(
                    number, "userTask_reviewRequest", "desk1", Map.of("requestOutcome", "accept", "acronym", customer));
        }
        return number;
    }

    private String atNeeds() throws Exception {
        String order = started("Less spam");
        staff.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        staff.complete(
                order, "userTask_discussWishes", "relations1", Map.of("wishes", "Less spam", "meetingNeeded", false));
        return order;
    }

    private String withNeeds() throws Exception {
        String order = atNeeds();
        staff.complete(
                order,
                "userTask_determineNeeds",
                "relations1",
                Map.of("mailDomains", "a.example mx1.a.example", "mailboxes", 120, "package", "base"));
        return order;
    }

    private java.net.http.HttpResponse<String> cancel(ApiCaller caller, String order, String reason) {
        return caller.postForm("/orders/" + order + "/cancellation", Map.of("reason", reason));
    }

    private java.net.http.HttpResponse<String> withdraw(ApiCaller caller, String order, String reason) {
        return caller.postForm("/orders/" + order + "/withdrawal", Map.of("reason", reason));
    }

    private HttpRequest form(String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}

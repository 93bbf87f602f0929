package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.SamplePdf;
import be.belnet.orderdesk.security.Browser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Scans of signed paper on their way into the order file, by page and by API. */
@ProcessTest
class ScanUploadTest {
    private static final byte[] SCAN = SamplePdf.plain();

    @LocalServerPort
    int port;

    @Autowired
    Desk staff;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    ObjectMapper json;

    private ApiCaller relations;
    private String order;

    @BeforeEach
    void orderOfACustomer() {
        relations = new ApiCaller(port, "relations1", "en");
        order = staff.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym", register.university("nl"),
                        "request", "Less spam",
                        "contactName", "Mail administrator",
                        "contactEmail", "postmaster@example.org",
                        "contactLanguage", "nl"));
    }

    @AfterEach
    void leaveNoTaskBehind() {
        process.withdraw(order, "End of the test");
        staff.runJobs(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relations1", "desk1", "manager1"})
    void staffAddAScanOnTheOrdersPage(String user) {
        var answer = page(relations.as(user), "signedCopies", SCAN);

        assertThat(answer.statusCode()).isEqualTo(302);
        Document scan = only();
        assertThat(scan.kind()).isEqualTo("signedCopies");
        assertThat(scan.contentType()).isEqualTo("application/pdf");
        assertThat(scan.fileName()).as("a name of our own").isEqualTo(order + "-signed-copies-1.pdf");
        assertThat(orders.content(scan)).isEqualTo(SCAN);
        assertThat(added()).hasSize(1).first().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(user);
            assertThat(event.facts()).containsEntry("sha256", scan.sha256());
        });
        assertThat(relations.get("/orders/" + order).body()).contains(scan.fileName(), scan.sha256(), "Signed copies");
    }

    @Test
    void scanIsGivenOutAsAnAttachmentOnly() {
        page(relations, "countersignedContract", SCAN);

        var file = relations.get("/orders/%s/documents/%d".formatted(order, only().id()));

        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains(order + "-countersigned-1.pdf");
    }

    @Test
    void scriptsAddScansToo() throws Exception {
        var answer = api(relations, "countersignedContract", SCAN);

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode scan = json.readTree(answer.body());
        assertThat(scan.path("kind").asText()).isEqualTo("countersignedContract");
        assertThat(scan.path("sha256").asText()).isEqualTo(only().sha256());
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/api/orders/%s/documents/%d".formatted(order, only().id()));
        assertThat(relations.get(location).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adviser1", "operations1", "auditor1", "admin"})
    void othersAddNothing(String user) {
        assertThat(page(relations.as(user), "signedCopies", SCAN).statusCode()).isEqualTo(403);
        assertThat(api(relations.as(user), "signedCopies", SCAN).statusCode()).isEqualTo(403);
        assertThat(orders.documents(order)).isEmpty();
    }

    @Test
    void readersSeeNoFormForIt() {
        assertThat(relations.get("/orders/" + order).body()).contains("/orders/" + order + "/documents\"");
        assertThat(relations.as("auditor1").get("/orders/" + order).body())
                .doesNotContain("/orders/" + order + "/documents\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | is not a PDF.",
                "nl | is geen PDF.",
                "fr | n’est pas un PDF.",
                "de | ist kein PDF.",
            })
    void refusalIsSaidInTheReadersLanguage(String language, String words) {
        var answer = page(relations.reading(language), "signedCopies", "MZ".getBytes());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words, "<details open=\"open\"").doesNotContain("??");
        assertThat(orders.documents(order)).isEmpty();
    }

    @Test
    void eachDangerIsNamed() throws Exception {
        var dangers = Map.of(
                "contains scripts", SamplePdf.withScriptAtOpening(),
                "is larger than 10 MiB", Arrays.copyOf(SCAN, 11 * 1024 * 1024),
                "is empty", new byte[0]);

        for (var danger : dangers.entrySet()) {
            assertThat(page(relations, "signedCopies", danger.getValue()).body())
                    .contains(danger.getKey());
            var answer = api(relations, "signedCopies", danger.getValue());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json.readTree(answer.body()).path("detail").asText()).contains(danger.getKey());
        }
        assertThat(orders.documents(order)).isEmpty();
        assertThat(added()).isEmpty();
    }

    @Test
    void kindAndFileMustBeGiven() throws Exception {
        assertThat(page(relations, null, SCAN).body()).contains("“Kind of document” is missing.");
        assertThat(page(relations, "contract", SCAN).body()).contains("“Kind of document”: choose");
        assertThat(page(relations, "signedCopies", null).body()).contains("“File” is missing.");
        var answer = relations.post("/api/orders/" + order + "/documents", "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("detail").asText()).contains("is missing");
        assertThat(orders.documents(order)).isEmpty();
    }

    @Test
    void fileFarTooLargeIsRefusedBeforeAnyoneReadsIt() throws Exception {
        byte[] film = new byte[30 * 1024 * 1024];

        assertThat(page(relations, "signedCopies", film).statusCode()).isEqualTo(413);
        assertThat(api(relations, "signedCopies", film).statusCode()).isEqualTo(413);
        assertThat(api(relations, "signedCopies", film).body()).contains("Nothing was kept.");
    }

    @Test
    void browsersSendTheFormOfThePageAndNoOther() {
        var browser = new Browser(port).signIn("relations1");
        String page = "/orders/" + order;

        assertThat(browser.upload(null, page + "/documents", "signedCopies", SCAN)
                        .statusCode())
                .isEqualTo(403);
        assertThat(orders.documents(order)).isEmpty();
        assertThat(browser.upload(page, page + "/documents", "signedCopies", SCAN)
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.page(page).body()).contains("The scan is among the documents of the order.");
        assertThat(only().kind()).isEqualTo("signedCopies");
        var film = browser.upload(page, page + "/documents", "signedCopies", new byte[30 * 1024 * 1024]);
        assertThat(film.statusCode()).isEqualTo(413);
        assertThat(film.body()).contains("The file is too large");
    }

    @Test
    void unknownOrderTakesNothing() {
        assertThat(relations
                        .postFile("/api/orders/BAMS-1999-00001/documents", "signedCopies", SCAN)
                        .statusCode())
                .isEqualTo(404);
        assertThat(relations
                        .postFile("/orders/BAMS-1999-00001/documents", "signedCopies", SCAN)
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> page(ApiCaller caller, String kind, byte[] file) {
        return caller.postFile("/orders/" + order + "/documents", kind, file);
    }

    private HttpResponse<String> api(ApiCaller caller, String kind, byte[] file) {
        return caller.postFile("/api/orders/" + order + "/documents", kind, file);
    }

    private Document only() {
        List<Document> documents = orders.documents(order);
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    private List<OrderEvent> added() {
        Predicate<OrderEvent> addition = event -> event.kind().equals("documentAdded");
        return orders.events(order).stream().filter(addition).toList();
    }
}

package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Multipart;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.PdfCheck;
import be.belnet.orderdesk.order.PdfRefusedException.Reason;
import be.belnet.orderdesk.order.SamplePdf;
import be.belnet.orderdesk.security.Browser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Scans of signed paper on their way into the order file, by page and by API. */
@OrderdeskTest
class ScanUploadTest {
    private static final byte[] SCAN = SamplePdf.plain();

    /** How each refusal ends, by language. */
    private static final Map<Reason, Map<String, String>> WORDS = Map.of(
            Reason.EMPTY, words("is leeg.", "est vide.", "is empty.", "ist leer."),
            Reason.NOT_PDF, words("is geen PDF.", "n’est pas un PDF.", "is not a PDF.", "ist kein PDF."),
            Reason.DAMAGED,
                    words(
                            "kan niet als PDF gelezen worden. Scan opnieuw.",
                            "impossible de le lire comme PDF. Scannez à nouveau.",
                            "cannot be read as a PDF. Scan it anew.",
                            "lässt sich nicht als PDF lesen. Bitte neu scannen."),
            Reason.TOO_LARGE,
                    words(
                            "is groter dan 10 MiB. Scan met een lagere resolutie.",
                            "dépasse 10 Mio. Scannez avec une résolution plus basse.",
                            "is larger than 10 MiB. Scan it with a lower resolution.",
                            "ist größer als 10 MiB. Bitte mit geringerer Auflösung scannen."),
            Reason.ENCRYPTED,
                    words(
                            "is versleuteld. Bewaar het zonder wachtwoord.",
                            "est chiffré. Enregistrez-le sans mot de passe.",
                            "is encrypted. Save it without a password.",
                            "ist verschlüsselt. Bitte ohne Kennwort speichern."),
            Reason.SCRIPT,
                    words(
                            "een formulier met scripts. Scan het papier opnieuw.",
                            "un formulaire avec scripts. Scannez à nouveau le papier.",
                            "a form with scripts. Scan the paper anew.",
                            "ein Formular mit Skripten. Bitte das Papier neu scannen."),
            Reason.LAUNCH,
                    words(
                            "start andere programma’s. Scan het papier opnieuw.",
                            "lance d’autres programmes. Scannez à nouveau le papier.",
                            "starts other programs. Scan the paper anew.",
                            "startet andere Programme. Bitte das Papier neu scannen."),
            Reason.EMBEDDED_FILE,
                    words(
                            "bevat andere bestanden. Scan het papier opnieuw.",
                            "contient d’autres fichiers. Scannez à nouveau le papier.",
                            "has other files inside. Scan the paper anew.",
                            "enthält weitere Dateien. Bitte das Papier neu scannen."));

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
        assertThat(documents.content(scan)).isEqualTo(SCAN);
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
        assertThat(documents.of(order)).isEmpty();
    }

    @Test
    void readersSeeNoFormForIt() {
        assertThat(relations.get("/orders/" + order).body()).contains("/orders/" + order + "/documents\"");
        assertThat(relations.as("auditor1").get("/orders/" + order).body())
                .doesNotContain("/orders/" + order + "/documents\"");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void fileThatIsNoScanIsRefusedInTheReadersWordsAndLeavesNothing(String what, Reason reason, byte[] file)
            throws Exception {
        List<OrderEvent> before = orders.events(order);

        for (var words : WORDS.get(reason).entrySet()) {
            ApiCaller reader = relations.reading(words.getKey());
            var page = reader.post("/orders/" + order + "/documents", form(file));
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body())
                    .contains(words.getValue(), "<details open=\"open\"")
                    .doesNotContain("??");
            var api = reader.post("/api/orders/" + order + "/documents", form(file));
            assertThat(api.statusCode()).isEqualTo(400);
            assertThat(json.readTree(api.body()).path("detail").asText()).endsWith(words.getValue());
        }
        assertThat(documents.of(order)).isEmpty();
        assertThat(orders.events(order)).isEqualTo(before);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("nothing", Reason.EMPTY, new byte[0]),
                arguments("a program", Reason.NOT_PDF, "MZ".getBytes(StandardCharsets.US_ASCII)),
                arguments("a program with a PDF far inside", Reason.NOT_PDF, farInside(SCAN)),
                arguments("half a file", Reason.DAMAGED, Arrays.copyOf(SCAN, SCAN.length / 2)),
                arguments("a byte more than 10 MiB", Reason.TOO_LARGE, Arrays.copyOf(SCAN, PdfCheck.LARGEST + 1)),
                arguments("11 MiB", Reason.TOO_LARGE, Arrays.copyOf(SCAN, 11 * 1024 * 1024)),
                arguments("a password", Reason.ENCRYPTED, SamplePdf.encrypted("secret")),
                arguments("restricted rights", Reason.ENCRYPTED, SamplePdf.encrypted("")),
                arguments("script at opening", Reason.SCRIPT, SamplePdf.withScriptAtOpening()),
                arguments("script in the tree of names", Reason.SCRIPT, SamplePdf.withScriptInNames()),
                arguments("script of a field", Reason.SCRIPT, SamplePdf.withScriptOfAField()),
                arguments("script of an annotation", Reason.SCRIPT, SamplePdf.withScriptOfAnAnnotation()),
                arguments("another program", Reason.LAUNCH, SamplePdf.withLaunchAction()),
                arguments("a file inside", Reason.EMBEDDED_FILE, SamplePdf.withEmbeddedFile()));
    }

    @Test
    void fileOfExactlyTenMebibytesIsKept() {
        byte[] largest = Arrays.copyOf(SCAN, PdfCheck.LARGEST);

        assertThat(page(relations, "signedCopies", largest).statusCode()).isEqualTo(302);
        assertThat(api(relations, "signedCopies", largest).statusCode()).isEqualTo(201);
        assertThat(documents.of(order)).extracting(Document::size).containsExactly(10485760L, 10485760L);
    }

    @Test
    void kindAndFileMustBeGiven() throws Exception {
        assertThat(page(relations, null, SCAN).body()).contains("“Kind of document” is missing.");
        assertThat(page(relations, "contract", SCAN).body()).contains("“Kind of document”: choose");
        assertThat(page(relations, "signedCopies", null).body()).contains("“File” is missing.");
        var answer = relations.post("/api/orders/" + order + "/documents", "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("detail").asText()).contains("is missing");
        assertThat(documents.of(order)).isEmpty();
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
        assertThat(documents.of(order)).isEmpty();
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

    private static Multipart form(byte[] file) {
        return new Multipart().field("kind", "signedCopies").pdf("file", file);
    }

    private static Map<String, String> words(String nl, String fr, String en, String de) {
        return Map.of("nl", nl, "fr", fr, "en", en, "de", de);
    }

    private static byte[] farInside(byte[] pdf) {
        byte[] program = Arrays.copyOf("MZ".getBytes(StandardCharsets.US_ASCII), 2000 + pdf.length);
        System.arraycopy(pdf, 0, program, 2000, pdf.length);
        return program;
    }

    private HttpResponse<String> page(ApiCaller caller, String kind, byte[] file) {
        return caller.postFile("/orders/" + order + "/documents", kind, file);
    }

    private HttpResponse<String> api(ApiCaller caller, String kind, byte[] file) {
        return caller.postFile("/api/orders/" + order + "/documents", kind, file);
    }

    private Document only() {
        List<Document> kept = documents.of(order);
        assertThat(kept).hasSize(1);
        return kept.get(0);
    }

    private List<OrderEvent> added() {
        Predicate<OrderEvent> addition = event -> event.kind().equals("documentAdded");
        return orders.events(order).stream().filter(addition).toList();
    }
}

package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Multipart;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.contract.TaskScans;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.SamplePdf;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A scan beside a form: seen before it counts, in the file with the answers or not at all. */
@OrderdeskTest
class TaskScanTest {
    private static final String REGISTER = "userTask_registerSignedCopies";

    @LocalServerPort
    int port;

    @Autowired
    Desk staff;

    @Autowired
    Way way;

    @Autowired
    OrderDocuments documents;

    @Autowired
    OrderProcess process;

    @Autowired
    TaskScans scans;

    @Autowired
    ObjectMapper json;

    private ApiCaller relations;
    private String order;
    private String task;

    @BeforeEach
    void contractThatIsAwaited() {
        relations = new ApiCaller(port, "relations1", "en");
        order = way.contractOut("nl");
        task = staff.task(order, REGISTER).getId();
    }

    @AfterEach
    void leaveNoTaskBehind() {
        if (staff.isRunning(order)) {
            process.withdraw(order, "End of the test");
            staff.runJobs(order);
        }
    }

    @Test
    void colleagueSeesItsPagesBeforeItCounts() throws IOException {
        assertThat(shown(relations.get(address())).path("line").isNull()).isTrue();
        assertThat(send(relations, SamplePdf.plain()).statusCode()).isEqualTo(200);

        JsonNode shown = shown(relations.as("relations2").get(address()));

        assertThat(shown.path("title").asText()).isEqualTo("Signed copies");
        assertThat(shown.path("waits").asBoolean()).isTrue();
        assertThat(shown.path("pages")).hasSize(1);
        var page = relations
                .as("relations2")
                .get(shown.path("pages").path(0).path("address").asText());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(page.body()).contains("PNG");
        assertThat(kept()).as("nothing is in the file yet").isEmpty();
    }

    @Test
    void lastOneGoesIntoTheFileWithTheAnswers() {
        send(relations, SamplePdf.titled("first"));
        byte[] second = SamplePdf.titled("second");
        send(relations, second);

        way.registerCopies(order, Map.of("copy1Defect", "pageMissing"));

        assertThat(kept()).hasSize(1).first().satisfies(document -> assertThat(documents.content(document))
                .isEqualTo(second));
        assertThat(scans.find(task)).isEmpty();
    }

    @Test
    void answersThatAreRefusedKeepNothingInTheFile() {
        send(relations, SamplePdf.plain());

        assertThatThrownBy(() -> staff.submit(order, REGISTER, "relations1", Map.of("copiesReceived", 2)))
                .hasMessageContaining("form.error.required");

        assertThat(kept()).isEmpty();
        assertThat(scans.find(task)).isPresent();
    }

    @Test
    void scanThatIsTakenAwayIsGoneAndSoIsTheOneOfATaskThatEnds() {
        send(relations, SamplePdf.plain());
        assertThat(relations.delete(address()).body()).contains("\"waits\":false");
        way.registerCopies(order, Map.of("copy1Defect", "pageMissing"));
        assertThat(kept()).isEmpty();
        task = staff.task(order, REGISTER).getId();
        send(relations, SamplePdf.plain());

        process.withdraw(order, "End of the test");
        staff.runJobs(order);

        assertThat(scans.find(task)).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsInTheFileAlreadyIsShownToo() throws IOException {
        relations.postFile("/orders/" + order + "/documents", "signedCopies", SamplePdf.plain());

        JsonNode shown = shown(relations.get(address()));

        assertThat(shown.path("waits").asBoolean()).isFalse();
        assertThat(shown.path("line").asText()).startsWith("In the order file already: ");
        assertThat(relations
                        .get(shown.path("pages").path(0).path("address").asText())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "nl, 'is geen PDF.', 'bevat andere bestanden. Scan het papier opnieuw.'",
        "fr, 'n’est pas un PDF.', 'contient d’autres fichiers. Scannez à nouveau le papier.'",
        "en, 'is not a PDF.', 'has other files inside. Scan the paper anew.'",
        "de, 'ist kein PDF.', 'enthält weitere Dateien. Bitte das Papier neu scannen.'"
    })
    void fileThatIsNoScanIsRefusedInWordsAndTheFormerStays(String language, String noPdf, String file)
            throws IOException {
        byte[] good = SamplePdf.plain();
        send(relations, good);
        String before = scans.find(task).orElseThrow().sha256();

        var program = send(relations.reading(language), "MZ".getBytes(StandardCharsets.US_ASCII));
        var trap = send(relations.reading(language), SamplePdf.withEmbeddedFile());

        assertThat(program.statusCode()).isEqualTo(400);
        assertThat(shown(program).path("problems").path(0).asText()).endsWith(noPdf);
        assertThat(trap.statusCode()).isEqualTo(400);
        assertThat(shown(trap).path("problems").path(0).asText()).endsWith(file);
        assertThat(scans.find(task).orElseThrow().sha256()).isEqualTo(before);
        assertThat(shown(relations.reading(language).get(address())).toString()).doesNotContain("taskScan.");
    }

    @Test
    void fileTooLargeIsRefusedInWordsHoweverLarge() {
        for (int mebibytes : new int[] {11, 30}) {
            var answer = send(relations, new byte[mebibytes << 20]);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("is larger than 10 MiB");
        }
        assertThat(relations.post(address(), new Multipart()).body()).contains("is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk1", "manager1", "auditor1", "operations1"})
    void whoMayNotWorkOnTheTaskNeitherSeesNorPutsOne(String other) throws IOException {
        send(relations, SamplePdf.plain());
        String page = shown(relations.get(address()))
                .path("pages")
                .path(0)
                .path("address")
                .asText();

        assertThat(relations.as(other).get(address()).statusCode()).isEqualTo(404);
        assertThat(relations.as(other).get(page).statusCode()).isEqualTo(404);
        int refused = other.startsWith("auditor") ? 403 : 404;
        assertThat(send(relations.as(other), SamplePdf.plain()).statusCode()).isEqualTo(refused);
        assertThat(relations.as(other).delete(address()).statusCode()).isEqualTo(refused);
    }

    @Test
    void pageThatIsNotThereIsMissing() throws IOException {
        send(relations, SamplePdf.plain());
        String sha256 = scans.find(task).orElseThrow().sha256();

        for (int page : new int[] {-1, 0, 2}) {
            assertThat(relations
                            .get("%s/pages/%d?of=%s".formatted(address(), page, sha256))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(relations.get(address() + "/pages/1?of=another").statusCode())
                .isEqualTo(404);
    }

    @Test
    void formsOfNoPaperTakeNone() {
        String review = staff.start(
                "desk1",
                "bams-order",
                Map.of("contactName", "A", "contactEmail", "a@example.org", "contactLanguage", "nl"));
        String other = staff.task(review, "userTask_reviewRequest").getId();

        assertThat(relations.as("desk1").get("/desk/scans/" + other).statusCode())
                .isEqualTo(404);
        process.withdraw(review, "End of the test");
        staff.runJobs(review);
    }

    private HttpResponse<String> send(ApiCaller caller, byte[] file) {
        return caller.post(address(), new Multipart().pdf("file", file));
    }

    private String address() {
        return "/desk/scans/" + task;
    }

    private JsonNode shown(HttpResponse<String> answer) throws IOException {
        return json.readTree(answer.body());
    }

    private List<Document> kept() {
        return documents.of(order).stream()
                .filter(document -> document.kind().equals("signedCopies"))
                .toList();
    }
}

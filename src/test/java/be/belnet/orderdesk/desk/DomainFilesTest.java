package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Multipart;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.security.Browser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files of domains on their way into a form's field. */
@OrderdeskTest
class DomainFilesTest {
    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    private ApiCaller relations;

    @BeforeEach
    void staffOfCustomerRelations() {
        relations = new ApiCaller(port, "relations1", "en");
    }

    @Test
    void domainsComeBelowWhatStandsInTheFieldEachOnce() throws IOException {
        var answer = send(relations, "example.be\nnot yet right", "domain;owner\nexample.be;x\ncampus.example;y");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode filled = json.readTree(answer.body());
        assertThat(filled.path("domains").asText()).isEqualTo("example.be\nnot yet right\ncampus.example");
        assertThat(filled.path("notes"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "Added from the file: 1. Look them through before you complete.",
                        "Stood here already: 1.",
                        "Left out as a heading: “domain;owner”.");
    }

    @ParameterizedTest
    @CsvSource({
        "nl, 'Regel 2: „<b>” is geen domein.'",
        "fr, 'Ligne 2\u00a0: «\u00a0<b>\u00a0» n’est pas un domaine.'",
        "en, 'Line 2: “<b>” is not a domain.'",
        "de, 'Zeile 2: „<b>“ ist keine Domain.'"
    })
    void lineThatIsNoDomainIsNamedInTheReadersWords(String language, String words) throws IOException {
        var answer = send(relations.reading(language), "", "example.be\n<b>");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("problems"))
                .extracting(JsonNode::asText)
                .containsExactly(words);
    }

    @Test
    void fileTooLargeIsRefusedInWordsHoweverLarge() {
        for (int mebibytes : new int[] {2, 30}) {
            var answer = relations.post("/desk/domain-file", new Multipart().file("file", new byte[mebibytes << 20]));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("“File” is larger than 1 MiB.");
        }
    }

    @Test
    void fileMustBeGiven() {
        var answer = relations.post("/desk/domain-file", new Multipart().field("known", "example.be"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("“File” is missing.");
    }

    @Test
    void whoAskedForAPageIsRefusedAsWell() {
        var answer = relations.postForm("/desk/domain-file", Map.of("file", "example.be"), "text/html");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("problems");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk1", "adviser1", "operations1", "auditor1", "admin"})
    void othersHaveNothingRead(String user) {
        assertThat(send(relations.as(user), "", "example.be").statusCode()).isEqualTo(403);
    }

    @Test
    void fileWithoutTheWebappsTokenIsNotRead() {
        var browser = new Browser(port).signIn("relations1");
        byte[] file = "example.be".getBytes(StandardCharsets.UTF_8);

        assertThat(browser.upload(null, "/desk/domain-file", null, file).statusCode())
                .isEqualTo(403);
        assertThat(browser.call("POST", "/desk/domain-file", "").statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> send(ApiCaller caller, String known, String file) {
        return caller.post(
                "/desk/domain-file",
                new Multipart().field("known", known).file("file", file.getBytes(StandardCharsets.UTF_8)));
    }
}

package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Sha256;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who decided what on which grounds, as auditors see it, and all of an order in one file. */
@OrderdeskTest
class AuditTest {
    private static final String FORMULA = "=cmd|'/c calc'!A1 said mail-admin@customer.example";

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    @Autowired
    OrderArchive archive;

    @Autowired
    List<PersonalData> modules;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    private ApiCaller auditor;
    private ApiCaller manager;
    private String order;

    @BeforeEach
    void anOrderThatEndsByHand() {
        auditor = new ApiCaller(port, "auditor1", "en");
        manager = new ApiCaller(port, "manager1", "en");
        order = way.contractOut("en");
        way.registerCopies(order, Map.of("copiesReceived", 1));
        assertThat(manager.post("/api/orders/" + order + "/cancellation", "{\"reason\":\"" + FORMULA + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void decisionsKeepValuesAndHashesOfTheirMoment() throws Exception {
        Document contract = documents.of(order).stream()
                .filter(document -> document.kind().equals("contract"))
                .findFirst()
                .orElseThrow();
        JsonNode found = found("?order=" + order);

        assertThat(found.path("counts").toString()).isEqualTo("{\"approval\":2,\"override\":1,\"byHand\":0}");
        JsonNode cancellation = found.path("decisions").get(0);
        assertThat(cancellation.path("act").asText()).isEqualTo("cancellation");
        assertThat(cancellation.path("actor").asText()).isEqualTo("manager1");
        assertThat(cancellation.path("roles").toString()).isEqualTo("[\"managers\"]");
        assertThat(cancellation.path("words").path("reason").asText()).isEqualTo(FORMULA);
        JsonNode copies = found.path("decisions").get(1);
        assertThat(copies.path("act").asText()).isEqualTo("register-signed-copies");
        assertThat(copies.path("facts").path("copiesReceived").asText()).isEqualTo("1");
        assertThat(copies.path("words").path("signatoryRole").asText()).isEqualTo("Rector");
        assertThat(copies.path("documents").toString()).contains(contract.sha256());
        JsonNode needs = found.path("decisions").get(2);
        assertThat(needs.path("act").asText()).isEqualTo("determine-needs");
        assertThat(needs.path("actor").asText()).isEqualTo("relations1");
        assertThat(needs.path("facts").path("mailboxes").asText()).isEqualTo("40");
        assertThat(needs.path("documents").toString()).doesNotContain(contract.sha256());
    }

    @ParameterizedTest
    @CsvSource({
        "en, Override, Register signed copies, Customer Relations",
        "nl, Afwijking, Ondertekende exemplaren registreren, Annulering",
        "fr, Dérogation, Annulation, Quand",
        "de, Abweichung, Stornierung, Wann"
    })
    void pageSpeaksTheReadersLanguage(String language, String first, String second, String third) {
        String page = auditor.reading(language).get("/audit?order=" + order).body();

        assertThat(page)
                .contains(first, second, third, order, "SHA-256")
                .doesNotContain("??")
                .doesNotContainPattern("[>\"]\\s*(audit|form|task|field)\\.\\w+");
    }

    @Test
    void filesAreSafeToOpenInASpreadsheet() {
        String file = auditor.get("/audit.csv?kind=override&order=" + order).body();

        assertThat(file.lines().toList()).hasSize(2);
        assertThat(file)
                .startsWith("\uFEFFWhen;Kind;What;Order;Who;In the role of;Decided on;")
                .contains("Override;Cancellation;" + order + ";manager1;managers;Reason: =cmd");
        assertThat(file.lines().toList().get(1).split(";")).noneMatch(cell -> cell.matches("[=+@-].*"));
    }

    @ParameterizedTest
    @CsvSource({"kind=none, Kind", "from=soon, From", "until=2021-02-30, Until", "page=-1, Page"})
    void whatMakesNoSenseIsRefusedInWords(String filter, String field) {
        for (String path : List.of("/audit?", "/audit.csv?", "/api/audit?")) {
            var answer = auditor.get(path + filter);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).containsIgnoringCase(field).doesNotContain("field.");
        }
    }

    @Test
    void periodIsOfBrussels() throws Exception {
        jdbc.sql(
                        "update decision set decided_at = timestamp with time zone '2021-03-31 23:30:00+02:00' where about = ?")
                .param(order)
                .update();

        assertThat(found("?from=2021-03-31&until=2021-03-31&order=" + order)
                        .path("total")
                        .asInt())
                .isEqualTo(3);
        assertThat(found("?from=2021-04-01&order=" + order).path("total").asInt())
                .isZero();
    }

    @Test
    void archiveHoldsEveryPartWithItsHash() throws Exception {
        Map<String, byte[]> parts = unpacked();

        JsonNode manifest = json.readTree(parts.get("manifest.json"));
        assertThat(manifest.path("madeBy").asText()).isEqualTo("auditor1");
        Map<String, String> hashes = new LinkedHashMap<>();
        manifest.path("parts")
                .forEach(part -> hashes.put(
                        part.path("name").asText(), part.path("sha256").asText()));
        assertThat(hashes.keySet()).hasSize(parts.size() - 1);
        hashes.forEach(
                (name, hash) -> assertThat(Sha256.of(parts.get(name))).as(name).isEqualTo(hash));
        assertThat(hashes)
                .containsKeys(
                        "facts.json",
                        "timeline.json",
                        "timeline.csv",
                        "decisions.json",
                        "effects.json",
                        "documents.json",
                        "mails.json");
        Document contract = documents.of(order).get(0);
        assertThat(hashes)
                .containsEntry(
                        "documents/%d-%s".formatted(contract.id(), ZipParts.plain(contract.fileName())),
                        contract.sha256());
        assertThat(text(parts, "decisions.json")).contains("register-signed-copies");
        assertThat(text(parts, "timeline.csv")).contains("fileExported", "auditor1");
        assertThat(text(parts, "facts.json")).contains("mail-admin@customer.example", "customer.example → mx");
    }

    @Test
    void erasedStaysErased() throws Exception {
        Person person = Person.of("mail-admin@customer.example");
        transaction.executeWithoutResult(status -> {
            modules.forEach(module -> module.discard(order, Tombstone.of(2026)));
            modules.stream()
                    .filter(module -> module.getClass().getName().contains("DecisionPersonalData"))
                    .forEach(module -> module.erase(person, Tombstone.of(2026)));
        });

        Map<String, byte[]> parts = unpacked();
        parts.forEach((name, content) -> assertThat(new String(content, StandardCharsets.UTF_8))
                .as(name)
                .doesNotContain("mail-admin@customer.example", "calc'!A1"));
        JsonNode papers = json.readTree(parts.get("documents.json"));
        assertThat(StreamSupport.stream(papers.spliterator(), false)
                        .filter(paper -> paper.path("erased").asBoolean()))
                .isNotEmpty()
                .allMatch(paper -> paper.path("sha256").asText().length() == 64);
        assertThat(found("?order=" + order).toString())
                .contains("cancellation", "copiesReceived")
                .doesNotContain("Rector");
    }

    @Test
    void whoTakesTheFileIsNotedInIt() {
        auditor.get("/orders/" + order + "/file.zip");

        assertThat(orders.events(order))
                .filteredOn(event -> event.kind().equals("fileExported"))
                .extracting(event -> event.actor())
                .containsExactly("auditor1");
        assertThat(auditor.get("/orders/NONE-0/file.zip").statusCode()).isEqualTo(404);
        assertThat(auditor.get("/orders/" + order).body()).contains("/orders/" + order + "/file.zip");
        assertThat(auditor.as("relations1").get("/orders/" + order).body()).doesNotContain("file.zip");
    }

    private JsonNode found(String query) throws IOException {
        return json.readTree(auditor.get("/api/audit" + query).body());
    }

    /** As it is sent, after it was noted that it is. */
    private Map<String, byte[]> unpacked() throws IOException {
        orders.recordBy("auditor1", order, "fileExported", Map.of());
        var sent = new ByteArrayOutputStream();
        archive.write(orders.get(order), "auditor1", Locale.ENGLISH, sent);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }
}

package be.belnet.orderdesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.desk.ApiCaller;
import be.belnet.orderdesk.feedback.Feedbacks;
import be.belnet.orderdesk.feedback.Usefulness;
import be.belnet.orderdesk.intake.Letter;
import be.belnet.orderdesk.intake.Post;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages about personal data: who may open them, and what they say. */
@OrderdeskTest
class PrivacyPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    TestClock clock;

    @Autowired
    DataRequests requests;

    @Autowired
    Post post;

    @Autowired
    Feedbacks feedbacks;

    @Autowired
    Notices notices;

    @Autowired
    Subscribers subscribers;

    @Autowired
    ObjectMapper json;

    @ParameterizedTest
    @CsvSource({
        "bams, nl, Wat er met persoonsgegevens gebeurt, Fortinet, HARICA",
        "bams, fr, Ce que deviennent les données personnelles, Fortinet, HARICA",
        "bams, en, What happens to personal data, Fortinet, HARICA",
        "bams, de, Was mit Personendaten geschieht, Fortinet, HARICA",
        "dcs, nl, Wat er met persoonsgegevens gebeurt, Sectigo, Fortinet",
        "dcs, fr, Ce que deviennent les données personnelles, Sectigo, Fortinet",
        "dcs, en, What happens to personal data, Sectigo, Fortinet",
        "dcs, de, Was mit Personendaten geschieht, Sectigo, Fortinet"
    })
    void anybodyReadsTheNoticeOfAService(String service, String language, String title, String its, String others)
            throws Exception {
        HttpResponse<String> page = anonymous("/privacy/%s?lang=%s".formatted(service, language));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("lang=\"%s\"".formatted(language), title, its, "servicedesk@belnet.be")
                .doesNotContain(others, "??");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void noticeAndRecordNameThePeriodsThatAreSet() throws Exception {
        assertThat(anonymous("/privacy/bams?lang=en").body())
                .contains("10 years from 1 January", "400 days after the order is closed");
        assertThat(anonymous("/privacy/nothing").statusCode()).isEqualTo(401);
    }

    @Test
    void recordIsForManagersAndAuditors() {
        for (String user : new String[] {"manager1", "auditor1"}) {
            assertThat(as(user).get("/privacy/record").body())
                    .contains("Legal ground", "DigiCert", "four eyes")
                    .doesNotContain("??");
            assertThat(as(user).get("/privacy/retention").statusCode()).isEqualTo(200);
        }
        assertThat(as("desk1").get("/privacy/record").statusCode()).isEqualTo(403);
        assertThat(as("desk1").get("/privacy/record.csv").statusCode()).isEqualTo(403);
        assertThat(as("adviser1").get("/privacy/requests").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "fr", "de"})
    void pagesOpenInEachLanguage(String language) {
        var manager = new ApiCaller(port, "manager1", language);
        var asked = new Asked(desk, clock);
        String request = asked.erase("The unknown", "unknown-%s@nobody.example".formatted(UUID.randomUUID()));
        for (String path : List.of("requests", "requests/" + request, "record", "retention")) {
            HttpResponse<String> page = manager.get("/privacy/" + path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("</main>").doesNotContain("??", ">privacy.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Mails to us', 'Questions', 'Was it useful?', 'Notices', '90 days after it came'",
        "nl, 'Mails aan ons', 'Vragen', 'Was het nuttig?', 'Opzeggingen', '90 dagen na ontvangst'",
        "fr, 'E-mails reçus', 'Questions', 'Était-ce utile\u00a0?', 'Résiliations', '90 jours après réception'",
        "de, 'Mails an uns', 'Fragen', 'War es hilfreich?', 'Kündigungen', '90 Tage nach dem Eingang'"
    })
    void noticesTellOfWhatComesAfterTheOrder(
            String language, String mails, String questions, String useful, String notices, String period)
            throws Exception {
        for (String service : List.of("bams", "dcs")) {
            assertThat(anonymous("/privacy/%s?lang=%s".formatted(service, language))
                            .body())
                    .contains(mails, questions, useful, notices, period);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "fr", "de"})
    void recordIsATableForPrograms(String language) {
        HttpResponse<String> table = new ApiCaller(port, "auditor1", language).get("/privacy/record.csv");

        assertThat(table.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(table.body().lines()).hasSize(14);
        assertThat(table.body()).contains("Sectigo, HARICA, DigiCert").doesNotContain("privacy.");
    }

    @Test
    void exportTellsAllOnceTheIdentityIsConfirmed() throws Exception {
        var asked = new Asked(desk, clock);
        String customer = register.university("fr");
        String email = "technical@%s.example".formatted(customer.toLowerCase(Locale.ROOT));
        desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym",
                        customer,
                        "request",
                        "Less <b>spam</b> & more",
                        "contactName",
                        "The technical",
                        "contactEmail",
                        email,
                        "contactPhone",
                        "+32 2 790 33 77",
                        "contactLanguage",
                        "fr"));
        String number = asked.register("access", "The technical", email);
        String export = "/privacy/requests/%s/export".formatted(number);
        assertThat(as("desk1").get(export + ".json").statusCode()).isEqualTo(409);
        asked.confirm(number);
        assertThat(as("auditor1").get(export + ".json").statusCode()).isEqualTo(403);
        assertThat(as("desk1").get("/privacy/requests/PRIV-1999-00001").statusCode())
                .isEqualTo(404);

        JsonNode told = json.readTree(as("desk1").get(export + ".json").body());
        assertThat(told.path("person").path("phones").path(0).asText()).isEqualTo("+32 2 790 33 77");
        assertThat(told.path("entries").findValuesAsText("kind")).contains("contact", "order", "dataRequest");
        assertThat(told.path("entries").findValuesAsText("request")).contains("Less <b>spam</b> & more");
        assertThat(told.path("accesses").findValuesAsText("act")).contains("exported");

        byte[] pdf = pdf(export + ".pdf?lang=fr");
        assertThat(words(pdf))
                .contains("Ce que Belnet conserve sur " + email, "Less <b>spam</b> & more", "communiquées", "Commande")
                .doesNotContain("??", "privacy.");
        Files.createDirectories(Path.of("target/look"));
        Files.write(Path.of("target/look/export.pdf"), pdf);
        assertThat(requests.accesses(number))
                .extracting(DataAccess::act)
                .containsOnly("exported")
                .hasSize(2);
        assertThat(as("desk1").get("/privacy/requests/" + number).body())
                .contains(email, "answer from the address that we know", "given out")
                .doesNotContain("??");
        assertThat(as("auditor1").get("/privacy/requests").body())
                .contains(number)
                .doesNotContain("??");
    }

    @Test
    void exportTellsOfMailsQuestionsRemarksAndNotices() throws Exception {
        String customer = register.university("fr");
        String email = "technical@%s.example".formatted(customer.toLowerCase(Locale.ROOT));
        subscribers.mailSecurity(customer, LocalDate.of(2024, 3, 1), null);
        Letter letter = Letter.of(email, "Une question", "What does BAMS cost for 300 boxes?");
        String triage = post.triage(letter);
        desk.complete(
                triage, "userTask_sortMail", "desk1", Map.of("mailOutcome", "notForUs", "reason", "Told by phone"));
        Map<String, Object> contact = Map.of(
                "acronym", customer, "contactName", "The technical", "contactEmail", email, "contactLanguage", "fr");
        Map<String, Object> question = new HashMap<>(contact);
        question.putAll(Map.of("service", "BAMS", "topic", "invoice", "question", "Which period is this?"));
        String file = desk.start("desk1", "support-request", question);
        desk.complete(
                file,
                "userTask_answerQuestion",
                "desk1",
                Map.of("supportDecision", "answer", "answer", "It is the second one."));
        feedbacks.keep(file, Usefulness.PARTLY, "Quick, but short");
        Map<String, Object> notice = new HashMap<>(contact);
        notice.putAll(Map.of("barcode", "010541288500000987654321", "reason", "We move elsewhere"));
        notices.letter("BAMS", customer, notice);
        var asked = new Asked(desk, clock);
        String number = asked.register("access", "The technical", email);
        asked.confirm(number);
        String export = "/privacy/requests/%s/export".formatted(number);

        JsonNode told = json.readTree(as("desk1").get(export + ".json").body());
        assertThat(told.path("entries").findValuesAsText("kind"))
                .contains("contact", "file", "mail", "incomingMail", "question", "feedback", "notice", "dataRequest")
                .startsWith("contact")
                .endsWith("dataRequest");
        assertThat(told.path("entries").findValuesAsText("text")).contains("What does BAMS cost for 300 boxes?");
        assertThat(told.path("entries").findValuesAsText("answer")).contains("It is the second one.");
        assertThat(told.path("entries").findValuesAsText("remark")).contains("Quick, but short", "Told by phone");
        assertThat(told.path("entries").findValuesAsText("barcode")).contains("010541288500000987654321");
        assertThat(told.path("entries").findValuesAsText("useful")).contains("partly");
        assertThat(told.path("accesses").findValuesAsText("user")).contains("desk1");
        Files.createDirectories(Path.of("target/look"));
        for (String language : List.of("nl", "fr", "en", "de")) {
            byte[] pdf = pdf(export + ".pdf?lang=" + language);
            Files.write(Path.of("target/look/export-%s.pdf".formatted(language)), pdf);
            assertThat(words(pdf))
                    .as(language)
                    .contains(
                            "What does BAMS cost for 300 boxes?",
                            "It is the second one.",
                            "Quick, but short",
                            "Told by phone",
                            "010541288500000987654321",
                            "We move elsewhere")
                    .doesNotContain("??", "privacy.", "partly", "registeredLetter");
        }
        assertThat(words(pdf(export + ".pdf?lang=nl")))
                .contains("Mail van u", "Deels", "Vraag", "Opzegging", "Technisch");
        assertThat(words(pdf(export + ".pdf?lang=fr")))
                .contains("E-mail de votre part", "En partie", "lettre recommandée", "Résiliation", "Français");
        assertThat(words(pdf(export + ".pdf?lang=en")))
                .contains("Mail from you", "Partly", "registered letter", "Notice");
    }

    private ApiCaller as(String user) {
        return new ApiCaller(port, user, "en");
    }

    private byte[] pdf(String path) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString("desk1:desk1".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Authorization", "Basic " + credentials)
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private HttpResponse<String> anonymous(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
    }
}

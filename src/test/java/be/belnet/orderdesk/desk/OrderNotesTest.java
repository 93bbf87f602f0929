package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.workflow.Waits;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Notes, calls and free mails on the page of an order and by the API. */
@OrderdeskTest
class OrderNotesTest {
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
    Correspondence correspondence;

    @Autowired
    Waits waits;

    private ApiCaller adviser;
    private String order;

    @BeforeEach
    void orderOfACustomer() {
        adviser = new ApiCaller(port, "adviser1", "en");
        order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym", register.university("fr"),
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "fr"));
    }

    @Test
    void noteStandsInTheTimelineWordForWord() {
        note("note", "Prefers <b>mornings</b>\nand a & b");
        assertThat(adviser.get("/orders/" + order).body())
                .contains("<p>Note</p>", "Prefers &lt;b&gt;mornings&lt;/b&gt;\nand a &amp; b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"callReceived", "mailReceived"})
    void wordFromTheCustomerEndsItsWait(String kind) {
        waitForTheCustomer();
        note(kind, "Will sign on Friday");
        assertThat(orders.get(order).turn()).isEqualTo(Turn.BELNET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "callMade"})
    void wordOfOursLeavesTheCustomerToAct(String kind) {
        waitForTheCustomer();
        note(kind, "Nobody answers");
        assertThat(orders.get(order).turn()).isEqualTo(Turn.CUSTOMER);
    }

    @Test
    void closedOrderStillTakesNotesAndMails() {
        process.withdraw(order, "Budget refused");
        desk.runJobs(order);
        note("callReceived", "Asks for the invoice");
        write(UUID.randomUUID(), "Votre facture", "Vous n’en recevrez pas.");
        assertThat(mails()).extracting(SentMail::template).endsWith("free");
    }

    @Test
    void mailKeepsItsWordsAndGetsAFrame() {
        write(UUID.randomUUID(), "Deux boîtes & plus", "Première ligne\ndeuxième ligne\n\n<script>alert(1)</script>");
        SentMail mail = mails().get(0);
        assertThat(mail.subject()).isEqualTo("[%s] Deux boîtes & plus".formatted(order));
        assertThat(mail.to().role()).isEqualTo("requester");
        assertThat(mail.text())
                .startsWith("Bonjour Mail administrator")
                .contains("Première ligne\ndeuxième ligne\n\n<script>alert(1)</script>", "Service Desk de Belnet");
        assertThat(mail.html())
                .contains("<span>Première ligne</span><br><span>deuxième ligne</span></p>", "&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void mailSentTwiceLeavesOnce() {
        UUID token = UUID.randomUUID();
        write(token, "Question", "Combien de boîtes ?");
        write(token, "Question", "Combien de boîtes ?");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void whatCannotBeKeptIsSaidAndStands() {
        var answer = adviser.reading("fr").postForm(path("notes"), Map.of("noteKind", "gossip", "noteText", "Bonjour"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("«\u00a0Type\u00a0»", ">Bonjour</textarea>");
        assertThat(adviser.postForm(path("notes"), Map.of("noteText", "Bonjour"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(adviser.postForm(path("mails"), Map.of()).statusCode()).isEqualTo(400);
        for (String subject : List.of("", "Two\nlines", "Two\r\nBcc: x@y.example", "x".repeat(151))) {
            assertThat(adviser.postForm(path("mails"), mail(UUID.randomUUID(), subject, "Text"))
                            .statusCode())
                    .as(subject)
                    .isEqualTo(400);
        }
        assertThat(adviser.postForm(path("mails"), mail(UUID.randomUUID(), "Subject", "\u0007"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(mails()).isEmpty();
    }

    @Test
    void apiAddsNotesAndWritesMails() {
        assertThat(adviser.post("/api" + path("notes"), "{\"kind\":\"callMade\",\"text\":\"Rang\"}")
                        .body())
                .contains("\"kind\":\"callMade\"", "\"text\":\"Called the customer\"", "\"actor\":\"adviser1\"");
        String mail = "{\"to\":\"technical\",\"subject\":\"MX\",\"text\":\"Merci de changer.\"}";
        for (int i = 0; i < 2; i++) {
            assertThat(adviser.post("/api" + path("mails"), mail, "Idempotency-Key", "one")
                            .statusCode())
                    .isEqualTo(201);
        }
        assertThat(mails()).hasSize(1);
        assertThat(adviser.post("/api" + path("mails"), mail).body()).contains("\"status\":400", "Idempotency-Key");
        assertThat(adviser.post("/api/orders/BAMS-1999-00001/notes", "{\"kind\":\"note\",\"text\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void thoseWhoOnlyReadAddNothing() {
        ApiCaller auditor = adviser.as("auditor1");
        assertThat(auditor.get("/orders/" + order).body()).contains(order).doesNotContain("/notes\"", "/mails\"");
        assertThat(auditor.postForm(path("notes"), Map.of("noteKind", "note", "noteText", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(auditor.postForm(path("mails"), mail(UUID.randomUUID(), "x", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(auditor.post("/api" + path("notes"), "{}").statusCode()).isEqualTo(403);
    }

    private void waitForTheCustomer() {
        String task = desk.task(order, "userTask_introduceAccountManager").getId();
        waits.begin(task, new Wait(Turn.CUSTOMER, LocalDate.now().plusDays(9), "On leave"));
        assertThat(orders.get(order).turn()).isEqualTo(Turn.CUSTOMER);
    }

    private void note(String kind, String text) {
        assertThat(adviser.postForm(path("notes"), Map.of("noteKind", kind, "noteText", text))
                        .statusCode())
                .isEqualTo(302);
    }

    private void write(UUID token, String subject, String text) {
        assertThat(adviser.postForm(path("mails"), mail(token, subject, text)).statusCode())
                .isEqualTo(302);
    }

    private static Map<String, String> mail(UUID token, String subject, String text) {
        return Map.of("token", token.toString(), "mailTo", "requester", "mailSubject", subject, "mailText", text);
    }

    private String path(String kind) {
        return "/orders/%s/%s".formatted(order, kind);
    }

    private List<SentMail> mails() {
        return correspondence.of(order).stream()
                .filter(mail -> mail.template().equals("free"))
                .toList();
    }
}

package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.intake.Letter;
import be.belnet.orderdesk.intake.Post;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderDocuments;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The order file beside a task or a process instance, and who may read it there. */
@OrderdeskTest
class OrderFilesTest {
    private static final String CONTACT = "Mail administrator";

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Post post;

    @Autowired
    Way way;

    @Autowired
    OrderDocuments documents;

    @Autowired
    OrderFiles files;

    @Autowired
    RuntimeService processes;

    private String customer;
    private String order;
    private String task;

    @BeforeEach
    void orderAtTheServiceDesk() {
        customer = register.university("nl");
        order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym",
                        customer,
                        "contactName",
                        CONTACT,
                        "contactEmail",
                        "mail-admin@customer.example",
                        "contactLanguage",
                        "nl"));
        task = desk.task(order, "userTask_introduceAccountManager").getId();
    }

    @ParameterizedTest
    @CsvSource({
        "en, It is Belnet’s turn, What happened, Whole page",
        "nl, Belnet is aan zet, Wat er gebeurde, Volledige pagina"
    })
    void fileOfATaskIsThatOfItsOrder(String language, String turn, String timeline, String page) {
        String file = read("desk1", language, "/desk/order-file?task=" + task);
        assertThat(file)
                .contains(order, CONTACT, turn, timeline, page, "href=\"/orders/" + order + "\"")
                .doesNotContain("<form", "<script", "??", "#/?task=" + task);
        assertThat(read("auditor1", language, "/orders/" + order + "/file"))
                .contains(order, turn, timeline, "#/?task=" + task);
    }

    @Test
    void fileOfAnInstanceIsForThoseWhoSeeTheInstance() {
        String instance = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order)
                .list()
                .get(0)
                .getId();
        String address = "/desk/order-file?instance=" + instance;
        assertThat(read("manager1", "en", address)).contains(order, CONTACT);
        assertThat(call("operations1", "en", address).statusCode()).isEqualTo(404);

        new ApiCaller(port, "manager1", "en")
                .postForm("/orders/" + order + "/cancellation", Map.of("reason", "Sent by mistake"));
        assertThat(read("manager1", "en", address)).contains("Sent by mistake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "auditor1"})
    void fileOfACalledInstanceIsThatOfItsCaller(String user) {
        String signed = way.contractOut("en");
        String called = processes
                .createProcessInstanceQuery()
                .processDefinitionKey("contract-signature")
                .processInstanceBusinessKey(signed)
                .singleResult()
                .getId();
        assertThat(read(user, "en", "/desk/order-file?instance=" + called)).contains(signed);
    }

    @ParameterizedTest
    @CsvSource({"operations1, 404", "admin, 403", "relations1, 404"})
    void whoMayNotSeeTheTaskSeesNoFile(String user, int status) {
        HttpResponse<String> answer = call(user, "en", "/desk/order-file?task=" + task);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain(order, CONTACT);
        assertThat(call("admin", "en", "/orders/" + order + "/file").statusCode())
                .isEqualTo(403);
    }

    @Test
    void nothingIsFoundForNothing() {
        assertThat(call("desk1", "en", "/desk/order-file").statusCode()).isEqualTo(404);
        assertThat(call("manager1", "en", "/desk/order-file?instance=none").statusCode())
                .isEqualTo(404);
        assertThat(call("desk1", "en", "/desk/order-file?task=none").statusCode())
                .isEqualTo(404);
        assertThat(call("desk1", "en", "/orders/BAMS-1999-00001/file").statusCode())
                .isEqualTo(404);
    }

    @Test
    void taskOfNoOrderSaysSo() {
        String mail =
                post.triage(Letter.of("a@%s.example".formatted(UUID.randomUUID()), "BAMS", "What does BAMS cost?"));
        String sorting = desk.task(mail, "userTask_sortMail").getId();
        assertThat(read("desk1", "fr", "/desk/order-file?task=" + sorting))
                .contains(mail, "Il n’y a pas encore de commande ici")
                .doesNotContain("href=\"/orders");
    }

    @ParameterizedTest
    @CsvSource({"RECON-2026-00001, /reconciliation", "FAIL-2026-00001, /partners#FAIL-2026-00001"})
    void taskOfNoOrderLeadsToThePageOfWhatItIsAbout(String number, String page) {
        assertThat(files.page(number)).isEqualTo(page);
    }

    @Test
    void pdfOpensInTheBrowser() {
        Document document =
                documents.add(order, "signedCopies", "Wet & regel.pdf", "application/pdf", "%PDF-1.4".getBytes());
        HttpResponse<String> answer =
                call("desk1", "en", "/orders/%s/documents/%d/view".formatted(order, document.id()));
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(call("admin", "en", "/orders/%s/documents/%d/view".formatted(order, document.id()))
                        .statusCode())
                .isEqualTo(403);
    }

    private String read(String user, String language, String address) {
        HttpResponse<String> answer = call(user, language, address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> call(String user, String language, String address) {
        return new ApiCaller(port, user, language).get(address);
    }
}

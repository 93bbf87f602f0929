package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Contract and mail of an order of certificates, looked at before they leave. */
@ProcessTest
class DcsPreviewTest {
    private static final Map<String, String> NEEDS = Map.of(
            "domains", "a.example\nb.example",
            "administratorGivenName", "Certificate",
            "administratorFamilyName", "Administrator",
            "administratorEmail", "pki@a.example",
            "administratorPhone", "");

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
    void orderAtItsDomains() {
        relations = new ApiCaller(port, "relations1", "en");
        order = staff.start(
                "desk1",
                "dcs-order",
                Map.of(
                        "acronym", register.university("nl"),
                        "request", "We want certificates",
                        "contactName", "Security officer",
                        "contactEmail", "security@customer.example",
                        "contactLanguage", "nl"));
        staff.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
    }

    @AfterEach
    void leaveNoTaskBehind() {
        process.withdraw(order, "End of the test");
        staff.runJobs(order);
    }

    @Test
    void previewsShowWhatStandsInTheFormAndKeepNothing() {
        var contract = relations.postForm(contract(), NEEDS);
        assertThat(contract.statusCode()).isEqualTo(200);
        assertThat(contract.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(contract.body()).startsWith("%PDF");
        assertThat(mail(NEEDS)).contains("b.example", "pki@a.example").doesNotContain("contract.annex");
        assertThat(documents.of(order)).isEmpty();
        assertThat(orders.events(order)).noneMatch(event -> event.kind().equals("domainsDetermined"));
    }

    @Test
    void longestListHasItsPreviewToo() {
        Map<String, String> needs = new HashMap<>(NEEDS);
        needs.put(
                "domains",
                IntStream.range(0, 2000)
                        .mapToObj("faculty-%04d.university.example"::formatted)
                        .collect(Collectors.joining("\n")));

        assertThat(relations.postForm(contract(), needs).statusCode()).isEqualTo(200);
        assertThat(mail(needs)).contains("faculty-1999.university.example");
    }

    @Test
    void previewSaysWhatCompletingWouldRefuse() {
        Map<String, String> needs = new HashMap<>(NEEDS);
        needs.put("domains", "a.example\n<b>none");
        needs.put("administratorEmail", "");

        var missing = relations.postForm(contract(), needs);
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("“E-mail address” is missing.");
        needs.put("administratorEmail", "pki@a.example");
        var noDomain = relations.postForm(contract(), needs);
        assertThat(noDomain.statusCode()).isEqualTo(400);
        assertThat(noDomain.body()).contains("&lt;b&gt;none").doesNotContain("<b>none");
    }

    @Test
    void previewsAreForCustomerRelations() {
        for (String user : List.of("desk1", "manager1", "auditor1", "operations1")) {
            assertThat(relations.as(user).postForm(contract(), NEEDS).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    /** As Tasklist shows it. */
    private String mail(Map<String, String> needs) {
        String task = staff.task(order, "userTask_determineDomains").getId();
        try {
            return relations
                    .post("/desk/mails/" + task, json.writeValueAsString(needs))
                    .body();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private String contract() {
        return "/orders/" + order + "/preview/contract";
    }
}

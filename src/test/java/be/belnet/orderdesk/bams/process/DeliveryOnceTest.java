package be.belnet.orderdesk.bams.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestWorld;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The delegates that buy and build: run twice or six times at once, the sandbox's ledger counts one effect each. */
@ProcessTest
class DeliveryOnceTest {
    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    OrderLicenceDelegate orderLicence;

    @Autowired
    CreateApplianceDelegate createAppliance;

    private String order;

    @BeforeEach
    void orderWithContractOut() {
        order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym", register.university("en"),
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "en"));
        desk.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        desk.complete(order, "userTask_discussWishes", "relations1", Map.of("wishes", "Less spam"));
        desk.complete(
                order,
                "userTask_determineNeeds",
                "relations1",
                Map.of("mailDomains", "customer.example mx.customer.example", "mailboxes", 40));
    }

    @Test
    void delegatesRunTwiceBuyAndBuildOnce() throws Exception {
        run(orderLicence);
        run(orderLicence);
        run(createAppliance);
        run(createAppliance);
        assertThat(effects("licence created")).isEqualTo(1);
        assertThat(effects("server created")).isEqualTo(1);
    }

    @Test
    void delegatesRunAtOnceBuyAndBuildOnce() throws Exception {
        atOnce(orderLicence);
        run(orderLicence);
        atOnce(createAppliance);
        run(createAppliance);
        assertThat(effects("licence created")).isEqualTo(1);
        assertThat(effects("server created")).isEqualTo(1);
    }

    @Test
    void clickedTwiceTheCopiesAreRegisteredOnce() {
        Map<String, Object> copies = Map.of(
                "copiesReceived",
                2,
                "signatoryName",
                "The signatory",
                "signatoryRole",
                "Rector",
                "receivedOn",
                LocalDate.now().toString());
        String task = desk.task(order, "userTask_registerSignedCopies").getId();
        assertThat(List.of(desk.trySubmit(task, "relations1", copies), desk.trySubmit(task, "relations1", copies)))
                .containsExactly(true, false);
    }

    private void atOnce(JavaDelegate delegate) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(6);
        List<Callable<Void>> runs = IntStream.range(0, 6)
                .<Callable<Void>>mapToObj(i -> () -> {
                    run(delegate);
                    return null;
                })
                .toList();
        pool.invokeAll(runs);
        pool.shutdown();
    }

    private void run(JavaDelegate delegate) throws Exception {
        DelegateExecution execution = mock(DelegateExecution.class);
        given(execution.getProcessBusinessKey()).willReturn(order);
        delegate.execute(execution);
    }

    /** Effects of a kind that the partners did for this order. */
    private long effects(String kind) throws IOException, InterruptedException {
        URI ledger = URI.create("http://127.0.0.1:%d/api/ledger?reference=%s"
                .formatted(TestWorld.sandboxPort(), URLEncoder.encode(order, StandardCharsets.UTF_8)));
        String answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(ledger).build(), BodyHandlers.ofString())
                .body();
        long found = 0;
        for (JsonNode effect : new ObjectMapper().readTree(answer).path("effects")) {
            found += effect.path("kind").asText().contains(kind) ? 1 : 0;
        }
        return found;
    }
}

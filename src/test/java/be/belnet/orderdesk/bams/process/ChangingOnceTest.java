package be.belnet.orderdesk.bams.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.bams.ApplianceHost;
import be.belnet.orderdesk.bams.MailGateway;
import be.belnet.orderdesk.bams.MailSecurityArrangement;
import be.belnet.orderdesk.bams.Needs;
import be.belnet.orderdesk.bams.ProtectedDomain;
import be.belnet.orderdesk.change.ChangeDesk;
import be.belnet.orderdesk.change.Changes;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.subscription.SubscriptionEvent;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.workflow.EffectBusyException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What changes a service at its partners: run twice, many times at once, or after a crash, the ledger counts one effect each. */
@ProcessTest
class ChangingOnceTest {
    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Partners partners;

    @Autowired
    Desk desk;

    @Autowired
    TestClock clock;

    @Autowired
    ChangeLicenceDelegate changeLicence;

    @Autowired
    ResizeApplianceDelegate resizeAppliance;

    @Autowired
    ChangeMailDomainsDelegate changeMailDomains;

    @Autowired
    Changes changes;

    @Autowired
    ChangeDesk changeDesk;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Correspondence correspondence;

    @Autowired
    ApplianceHost appliances;

    @Autowired
    MailGateway gateway;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private String reference;
    private String file;
    private long id;

    @BeforeEach
    void changeThatIsDetermined() {
        String customer = register.university("en");
        reference = Subscribers.reference();
        String domain = reference.toLowerCase(Locale.ROOT) + ".example";
        id = subscribers.runningMailSecurity(customer, LocalDate.of(2024, 3, 1), reference, "a." + domain);
        jdbc.sql("update subscription set price_line = 'BAMS-2026-01-base' where id = ?")
                .param(id)
                .update();
        String address = appliances
                .look(subscriptions.get(id).references().applianceId())
                .orElseThrow()
                .address();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> gateway.answers(address));
        gateway.protect(address, List.of(new ProtectedDomain("a." + domain, "mx.a.example")));
        file = desk.start(
                "desk1",
                "service-change",
                Map.of(
                        "service",
                        "BAMS",
                        "acronym",
                        customer,
                        "request",
                        "More, please.",
                        "contactName",
                        "Mail administrator",
                        "contactEmail",
                        "mail-admin@customer.example",
                        "contactLanguage",
                        "en"));
        changes.determine(
                file,
                MailSecurityArrangement.arrangement(new Needs(
                        List.of(new ProtectedDomain("b." + domain, "mx.b.example")),
                        40,
                        2,
                        "base",
                        Set.of(),
                        0,
                        "BAMS-2026-02-base")),
                "desk1");
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void delegatesRunAtOnceChangeOnce() throws Exception {
        for (JavaDelegate step : List.of(changeLicence, resizeAppliance, changeMailDomains)) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::answers);
            AtOnce.run(4, () -> run(step));
            run(step);
        }
        assertOnce();
    }

    /** The partner has done it, and the node died before it could write that down. */
    @Test
    void afterACrashTheEffectIsFoundDone() {
        for (JavaDelegate step : List.of(changeLicence, resizeAppliance, changeMailDomains)) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::answers);
            run(step);
            int died = jdbc.sql("update effect set state = 'calling', object_id = null, lease_until = ?"
                            + " where order_number = ? and state = 'done' and attempts = 1")
                    .params(Timestamp.from(clock.instant().minusSeconds(1)), file)
                    .update();
            assertThat(died).isOne();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::answers);
            run(step);
        }
        assertOnce();
    }

    /** The server waits in its new size for a word that the node did not live to give. */
    @Test
    void sizeThatWasNotConfirmedIsConfirmed() {
        run(resizeAppliance);
        jdbc.sql("update effect set state = 'calling', object_id = null, lease_until = ? where order_number = ?")
                .params(Timestamp.from(clock.instant().minusSeconds(1)), file)
                .update();
        TestWorld.sandboxTables()
                .sql("update os_server set status = 'VERIFY_RESIZE', former_flavor_id = flavor_id where id = ?")
                .param(subscriptions.get(id).references().applianceId())
                .update();
        run(resizeAppliance);

        assertThat(partners.count(reference, "server resized")).isOne();
        assertThat(appliances.hasSize(subscriptions.get(id).references().applianceId(), 2))
                .isTrue();
    }

    @Test
    void nodesThatCompleteItAtOnceTellTheCustomerOnce() throws Exception {
        AtOnce.run(4, () -> transactions.executeWithoutResult(open -> changeDesk.complete(file)));
        transactions.executeWithoutResult(open -> changeDesk.complete(file));

        assertThat(correspondence.of(file).stream().map(SentMail::template)).containsExactly("change-done");
        assertThat(subscriptions.history(id).stream().map(SubscriptionEvent::kind))
                .containsOnlyOnce("priceChanged", "serviceChanged");
    }

    private void assertOnce() {
        assertThat(partners.count(reference, "licence changed")).isOne();
        assertThat(partners.count(reference, "server resized")).isOne();
        assertThat(partners.count(reference, "domain deleted")).isOne();
        assertThat(partners.count(reference, "domain created")).isEqualTo(2);
    }

    private boolean answers() {
        return appliances
                .look(subscriptions.get(id).references().applianceId())
                .filter(appliance -> appliance.address() != null)
                .filter(appliance -> gateway.answers(appliance.address()))
                .isPresent();
    }

    private void run(JavaDelegate delegate) {
        DelegateExecution execution = mock(DelegateExecution.class);
        given(execution.getProcessBusinessKey()).willReturn(file);
        try {
            delegate.execute(execution);
        } catch (EffectBusyException another) {
            // is at it
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}

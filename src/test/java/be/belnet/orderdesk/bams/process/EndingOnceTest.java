package be.belnet.orderdesk.bams.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.bams.ApplianceHost;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.termination.ServiceEnd;
import be.belnet.orderdesk.workflow.EffectBusyException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What ends a service at its partners: run twice, six times at once, or after a crash, the ledger counts one effect each. */
@ProcessTest
class EndingOnceTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 3, 1);

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Notices notices;

    @Autowired
    TestClock clock;

    @Autowired
    Partners partners;

    @Autowired
    ManagementService management;

    @Autowired
    Desk desk;

    @Autowired
    StopApplianceDelegate stopAppliance;

    @Autowired
    EndLicenceDelegate endLicence;

    @Autowired
    RemoveApplianceDelegate removeAppliance;

    @Autowired
    ServiceEnd end;

    @Autowired
    ApplianceHost appliances;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private String reference;
    private String file;
    private long id;

    @BeforeEach
    void noticeOfARunningService() {
        notices.spring();
        String customer = register.university("en");
        reference = Subscribers.reference();
        id = subscribers.runningMailSecurity(customer, LONG_AGO, reference);
        file = notices.letter("BAMS", customer, Map.of());
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void delegatesRunAtOnceStopEndAndRemoveOnce() throws Exception {
        for (JavaDelegate step : List.of(stopAppliance, endLicence, removeAppliance)) {
            AtOnce.run(6, () -> run(step));
            run(step);
        }
        assertOnce();
    }

    /** The partner has done it, and the node died before it could write that down. */
    @Test
    void afterACrashTheEffectIsFoundDone() {
        for (JavaDelegate step : List.of(stopAppliance, endLicence, removeAppliance)) {
            run(step);
            int died = jdbc.sql("update effect set state = 'calling', object_id = null, lease_until = ?"
                            + " where order_number = ? and state = 'done' and attempts = 1")
                    .params(Timestamp.from(clock.instant().minusSeconds(1)), file)
                    .update();
            assertThat(died).isOne();
            run(step);
        }
        assertOnce();
        assertThat(jdbc.sql("select attempts from effect where order_number = ?")
                        .param(file)
                        .query(Integer.class)
                        .list())
                .containsExactly(2, 2, 2);
    }

    /** Orderdesk did not make it, and finds nothing of its own at it. */
    @Test
    void applianceOfTheInstalledBaseIsStoppedAndRemovedLikeAnother() {
        String server = subscriptions.get(id).references().applianceId();
        TestWorld.sandboxTables()
                .sql("update os_server set metadata = '{}', tags = '' where id = ?")
                .param(server)
                .update();
        run(stopAppliance);
        assertThat(status(server)).containsExactly("SHUTOFF");
        run(removeAppliance);
        Awaitility.await()
                .untilAsserted(() -> assertThat(appliances.listed(server)).isEmpty());
    }

    private static List<String> status(String server) {
        return TestWorld.sandboxTables()
                .sql("select status from os_server where id = ?")
                .param(server)
                .query(String.class)
                .list();
    }

    /** Two nodes take the timer of the day at the same moment. */
    @Test
    void dayThatComesTwiceAtOnceComesOnce() throws Exception {
        clock.to(subscriptions
                .get(id)
                .endsOn()
                .atStartOfDay(ZoneId.of("Europe/Brussels"))
                .toInstant());
        String timer = notices.timer(file, "intermediateCatchEvent_lastDayOver").getId();
        AtOnce.run(2, () -> management.executeJob(timer));
        desk.runJobs(file);
        notices.quarantineOver(file);
        assertOnce();
        assertThat(subscriptions.get(id).state()).isEqualTo(SubscriptionState.TERMINATED);
        assertThat(correspondence.of(file).stream().map(SentMail::template))
                .containsExactly("notice-confirmed", "service-ended");
    }

    @Test
    void nodesThatEndASubscriptionAtOnceTellTheCustomerOnce() throws Exception {
        assertThat(AtOnce.run(6, () -> transactions.executeWithoutResult(open -> end.end(file))))
                .isEmpty();
        assertThat(correspondence.of(file).stream().map(SentMail::template))
                .containsExactly("notice-confirmed", "service-ended");
    }

    private void assertOnce() {
        assertThat(partners.count(reference, "server stopped")).isOne();
        assertThat(partners.count(reference, "licence stopped")).isOne();
        assertThat(partners.count(reference, "server deleted")).isOne();
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

package be.belnet.orderdesk.bams.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.workflow.EffectBusyException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order that is cancelled while a partner has done something for it and not yet answered: nothing of it is left. */
@ProcessTest
class CancelDuringCallTest {
    private static final Logger LOG = LoggerFactory.getLogger(CancelDuringCallTest.class);
    private static final String SLOW = "{\"fault\":\"slow\",\"seconds\":3,\"calls\":\"changes\",\"path\":\"%s\"}";

    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    Partners partners;

    @Autowired
    BamsOrders bamsOrders;

    @Autowired
    MailSecurity mailSecurity;

    @Autowired
    OrderProcess process;

    @Autowired
    ApplianceWatcher watcher;

    @Autowired
    ManagementService management;

    @Autowired
    TestClock clock;

    private final JdbcClient sandbox = TestWorld.sandboxTables();
    private String order;

    @BeforeEach
    void orderWithContractOut() {
        order = way.contractOut("nl");
    }

    @AfterEach
    void allIsWell() {
        partners.heal();
        clock.putBack();
    }

    @Test
    void licenceThatIsBeingOrderedIsStopped() {
        sign();
        cancelDuring("fortiflex", "vm/create$", "licence created");

        assertThat(partners.count(order, "licence created")).isOne();
        assertThat(partners.count(order, "licence stopped")).isOne();
    }

    @Test
    void licenceThatIsBeingRegisteredIsSetFree() {
        bamsOrders.beginDelivery(order, LocalDate.now().plusDays(7), true);
        way.registerCopies(order, Map.of());
        desk.submit(
                order,
                "userTask_enterRegistrationCode",
                "operations1",
                Map.of("registrationCode", Way.registrationCode()));
        cancelDuring("forticare", "licenses/register$", "licence registered");

        assertThat(partners.count(order, "licence registered")).isOne();
        assertThat(mailSecurity.findRegistration(order)).isEmpty();
    }

    @Test
    void applianceThatIsBeingMadeIsRemoved() {
        sign();
        cancelDuring("openstack", "servers$", "server created");

        assertThat(partners.count(order, "server created")).isOne();
        assertThat(partners.count(order, "licence stopped")).isOne();
    }

    @Test
    void applianceThatIsBeingConfiguredIsRemoved() {
        sign();
        cancelDuring("fortimail", "domain", "domain created");

        assertThat(partners.count(order, "server created")).isOne();
        assertThat(partners.count(order, "licence stopped")).isOne();
    }

    private void sign() {
        desk.submit(order, "userTask_registerSignedCopies", "relations1", way.copies());
    }

    /** @param effect what the ledger counts while the partner's answer is still to come */
    private void cancelDuring(String partner, String path, String effect) {
        partners.fail(partner, SLOW.formatted(path));
        CompletableFuture<Void> call = CompletableFuture.runAsync(this::runWhileOpen);
        Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> partners.count(order, effect) == 1);
        process.cancel(order, "Budget refused");
        assertThat(call).as("the partner has not answered yet").isNotDone();
        assertThatThrownBy(() -> desk.runJobs(order)).isInstanceOf(EffectBusyException.class);

        call.join();
        clock.forward(Duration.ofMinutes(6));
        desk.pending(order).forEach(job -> management.executeJob(job.getId()));
        assertThat(desk.order(order).state()).isEqualTo(OrderState.CANCELLED);
        assertNothingLeft();
    }

    private void runWhileOpen() {
        while (desk.order(order).state() == OrderState.OPEN) {
            watcher.look();
            desk.pending(order).forEach(this::tryJob);
        }
    }

    private void tryJob(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException left) {
            LOG.debug("Job of {} ended with {}", order, left.getClass().getName());
        }
    }

    private void assertNothingLeft() {
        Awaitility.await().until(() -> mailSecurity.findApplianceToRemove(order).isEmpty());
        assertThat(sandbox.sql("select count(*) from os_port where name like ?")
                        .param("%" + order)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}

package be.belnet.orderdesk.bams.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.failure.process.Gathering;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.FormContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appliances that do not take their domains, do not answer, or are gone: what a person is asked, and how it ends. */
@OrderdeskTest
class ConfigurationRefusedTest {
    private static final String DECIDE = "userTask_decideOnConfiguration";
    private static final String DECIDE_ON_APPLIANCE = "userTask_decideOnAppliance";

    @Autowired
    Gathering gathering;

    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    Watch watch;

    @Autowired
    ApplianceWatcher watcher;

    @Autowired
    OrderFile orders;

    @Autowired
    MailSecurity mailSecurity;

    @Autowired
    Effects effects;

    @Autowired
    DecideOnConfigurationForm configuration;

    @Autowired
    DecideOnApplianceForm appliance;

    @Autowired
    ManagementService management;

    @Autowired
    TestClock clock;

    private final JdbcClient sandbox = TestWorld.sandboxTables();
    private String order;

    @BeforeEach
    void orderInDelivery() {
        order = way.signed("nl");
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void domainThatIsProtectedAlreadyIsAPersonsAndGoesOnOnceItIsFree() {
        protectAsAlias();
        watch.until(order, DECIDE);

        assertThat(shown()).contains("protects customer.example already", "alias of other.example");
        assertThat(orders.get(order).turn()).isEqualTo(Turn.BELNET);
        freeAlias();
        desk.complete(order, DECIDE, "operations1", Map.of("configurationDecision", "tryAgain"));
        assertThat(desk.openTasks(order)).contains("userTask_handOverAppliance");
        assertThat(mailSecurity.passedChecks(order)).contains("domains");
        assertThat(told()).containsSubsequence("configurationRefused", "triedAgain", "applianceConfigured");
    }

    @Test
    void orderWhoseDomainIsTakenMayBeCancelled() {
        protectAsAlias();
        watch.until(order, DECIDE);
        desk.complete(
                order, DECIDE, "operations1", Map.of("configurationDecision", "cancel", "reason", "Domain is taken"));

        assertThat(orders.get(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(mailSecurity.findAppliance(order)).isEmpty();
        assertThat(told()).doesNotContain("applianceConfigured");
    }

    @Test
    void formSaysWhatCancellingWouldUndo() {
        protectAsAlias();
        watch.until(order, DECIDE);
        String leaving = configuration.facts(context(DECIDE)).get("leaving");
        assertThat(leaving)
                .contains(mailSecurity.findAppliance(order).orElseThrow())
                .contains(mailSecurity.findLicence(order).orElseThrow())
                .contains("becomes void");
    }

    @Test
    void applianceThatFallsSilentIsRetriedAndAPersonsAfterTheLastAttempt() {
        Job step = configurationDue();
        silence(true);
        assertThatThrownBy(() -> management.executeJob(step.getId())).hasMessageContaining("FortiMail");
        assertThat(gathering.failureOf(order)).isEmpty();

        gathering.exhaust(order, failed -> leaseIsOver());
        silence(false);
        leaseIsOver();
        assertThat(gathering.retry(order)).isTrue();
        management.executeJob(step.getId());
        assertThat(desk.openTasks(order)).contains("userTask_handOverAppliance");
    }

    @Test
    void applianceThatNeverAnswersIsAPersonsAfterHalfAnHour() {
        silenceFromTheBeginning();
        clock.forward(Duration.ofMinutes(31));
        watcher.look();

        assertThat(desk.openTasks(order)).contains(DECIDE_ON_APPLIANCE);
        assertThat(appliance.facts(context(DECIDE_ON_APPLIANCE)).get("trouble"))
                .isEqualTo("it runs, but FortiMail on it does not answer");
        String server = applianceDone().objectId();
        silence(false);
        desk.complete(order, DECIDE_ON_APPLIANCE, "operations1", Map.of("applianceDecision", "tryAgain"));
        watch.untilHandOver(order);
        assertThat(applianceDone().objectId()).as("the same machine").isEqualTo(server);
    }

    @Test
    void applianceThatSomebodyRemovedIsMadeAnew() {
        silenceFromTheBeginning();
        String server = applianceDone().objectId();
        mailSecurity.removeAppliance(server);
        Awaitility.await().until(() -> {
            watcher.look();
            return desk.openTasks(order).contains(DECIDE_ON_APPLIANCE);
        });
        assertThat(told()).contains("applianceGone");
        desk.complete(order, DECIDE_ON_APPLIANCE, "operations1", Map.of("applianceDecision", "tryAgain"));
        watch.untilHandOver(order);

        assertThat(applianceDone().objectId()).isNotEqualTo(server);
        assertThat(servers()).isOne();
    }

    private String shown() {
        return configuration.facts(context(DECIDE)).get("trouble");
    }

    private FormContext context(String task) {
        return new FormContext(order, desk.task(order, task).getId(), "operations1", Locale.ENGLISH);
    }

    private List<String> told() {
        return orders.events(order).stream().map(OrderEvent::kind).toList();
    }

    private Effect applianceDone() {
        return effects.find(order, CreateApplianceDelegate.STEP).orElseThrow();
    }

    /** The step that configures, about to run for the first time. */
    private Job configurationDue() {
        Awaitility.await().until(() -> {
            watcher.look();
            return !desk.due(order).isEmpty();
        });
        assertThat(desk.due(order)).hasSize(1);
        return desk.due(order).get(0);
    }

    private void leaseIsOver() {
        clock.forward(Duration.ofMinutes(6));
    }

    private void silenceFromTheBeginning() {
        unit();
        silence(true);
    }

    private void silence(boolean silent) {
        sandbox.sql(
                        "update fortimail_unit set answers_from = current_timestamp + interval '%d' hour where machine_id = ?"
                                .formatted(silent ? 9 : -9))
                .param(unit())
                .update();
    }

    /** Somebody has made the customer's domain an alias of another one on its appliance. */
    private void protectAsAlias() {
        sandbox.sql("insert into fortimail_domain (machine_id, name, alias_of, settings) values (?, ?, ?, '{}')")
                .params(unit(), "customer.example", "other.example")
                .update();
    }

    private void freeAlias() {
        sandbox.sql("delete from fortimail_domain where machine_id = ?")
                .param(unit())
                .update();
    }

    /** The order's machine in the sandbox, once it stands. */
    private String unit() {
        return Awaitility.await()
                .until(
                        () -> {
                            mailSecurity.lookAtAppliance(order);
                            return sandbox.sql("select machine_id from fortimail_unit where reference like ?")
                                    .param("%" + order)
                                    .query(String.class)
                                    .list();
                        },
                        units -> units.size() == 1)
                .get(0);
    }

    private int servers() {
        return sandbox.sql(
                        "select count(*) from os_server where name like ? and status <> 'DELETED' and gone_at is null")
                .param("%" + order)
                .query(Integer.class)
                .single();
    }
}

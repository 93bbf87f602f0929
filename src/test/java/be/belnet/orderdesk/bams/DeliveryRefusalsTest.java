package be.belnet.orderdesk.bams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Tables;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.bams.process.Watch;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of an order whose licence or appliance is not to be had: the partners of the sandbox refuse for real. */
@OrderdeskTest
class DeliveryRefusalsTest {
    private static final Map<String, Object> TRY_LICENCE_AGAIN = Map.of("licenceDecision", "tryAgain");
    private static final Map<String, Object> TRY_APPLIANCE_AGAIN = Map.of("applianceDecision", "tryAgain");

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderSteps steps;

    @Autowired
    Correspondence correspondence;

    @Autowired
    MailSecurity mailSecurity;

    @Autowired
    BamsOrders bamsOrders;

    @Autowired
    LicenceSupplier licences;

    @Autowired
    Effects effects;

    @Autowired
    List<TaskForm> forms;

    @Autowired
    Watch watch;

    @Autowired
    JdbcClient jdbc;

    private final JdbcClient sandbox = TestWorld.sandboxTables();
    private String customer;
    private String order;

    @BeforeEach
    void orderWithContractOut() {
        customer = register.university("fr");
        order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym", customer,
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "fr"));
        desk.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        desk.complete(order, "userTask_discussWishes", "relations1", Map.of("wishes", "Less spam"));
        desk.complete(
                order,
                "userTask_determineNeeds",
                "relations1",
                Map.of("mailDomains", "customer.example mx.customer.example", "mailboxes", 40));
    }

    @AfterEach
    void leaveNoPortsBehind() {
        freePorts();
    }

    @Test
    void refusedLicenceIsOrderedOnceFortinetIsPutRight() {
        disableConfiguration();
        registerBothCopies();

        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract", "userTask_decideOnLicence");
        assertThat(orders.get(order).turn()).isEqualTo(Turn.BELNET);
        assertThat(shown("decide-on-licence", "userTask_decideOnLicence")).contains("is disabled");
        assertThat(told("licenceRefused")).hasSize(1).first().asString().contains("is disabled");
        setConfigurations("ACTIVE");
        desk.complete(order, "userTask_decideOnLicence", "operations1", TRY_LICENCE_AGAIN);
        assertThat(mailSecurity.findLicence(order)).isPresent();
        watch.untilHandOver(order);

        assertThat(orders.events(order))
                .filteredOn(event -> event.kind().equals("licenceOrdered"))
                .hasSize(1);
        assertThat(orders.events(order)).extracting(OrderEvent::kind).contains("triedAgain");
    }

    @Test
    void licenceRefusedAgainAndAgainNeverRunsOutOfAttempts() {
        disableConfiguration();
        registerBothCopies();
        for (int i = 0; i < 12; i++) {
            desk.complete(order, "userTask_decideOnLicence", "operations1", TRY_LICENCE_AGAIN);
        }
        assertThat(desk.openTasks(order)).contains("userTask_decideOnLicence");
        assertThat(effects.find(order, "orderLicence")).hasValueSatisfying(effect -> {
            assertThat(effect.state()).isEqualTo(Effect.State.REFUSED);
            assertThat(effect.attempts()).isEqualTo(1);
        });
    }

    @Test
    void orderWithoutLicenceIsCancelledWithAReasonTheCustomerReads() {
        disableConfiguration();
        registerBothCopies();
        assertThatThrownBy(() -> desk.complete(
                        order, "userTask_decideOnLicence", "operations1", Map.of("licenceDecision", "cancel")))
                .isInstanceOf(AnswersRefusedException.class);
        desk.complete(
                order,
                "userTask_decideOnLicence",
                "operations1",
                Map.of("licenceDecision", "cancel", "reason", "Aucune licence disponible"));

        assertCancelled("Aucune licence disponible");
        assertThat(mailSecurity.findLicence(order)).isEmpty();
    }

    @Test
    void refusedApplianceIsMadeOnceTheCloudIsPutRight() {
        takePortsOfTheOrder();
        registerBothCopies();

        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract", "userTask_decideOnAppliance");
        assertThat(shown("decide-on-appliance", "userTask_decideOnAppliance")).contains("two ports");
        assertThat(told("applianceRefused")).hasSize(1);
        freePorts();
        desk.complete(order, "userTask_decideOnAppliance", "operations1", TRY_APPLIANCE_AGAIN);
        watch.untilHandOver(order);

        assertThat(mailSecurity.findAppliance(order)).isPresent();
    }

    @Test
    void orderWithoutApplianceIsCancelledAndItsLicenceStopped() {
        takePortsOfTheOrder();
        registerBothCopies();
        String licence = mailSecurity.findLicence(order).orElseThrow();
        desk.complete(
                order,
                "userTask_decideOnAppliance",
                "operations2",
                Map.of("applianceDecision", "cancel", "reason", "Plus de place"));

        assertCancelled("Plus de place");
        assertStopped(licence);
    }

    @Test
    void applianceThatFailsToStartIsMadeAnew() throws Exception {
        failNextBuild();
        registerBothCopies();
        String failed = applianceDoneAs();
        watch.until(order, "userTask_decideOnAppliance");

        assertThat(shown("decide-on-appliance", "userTask_decideOnAppliance")).contains("No valid host was found");
        assertThat(told("applianceFailed")).containsExactly("No valid host was found.");
        desk.complete(order, "userTask_decideOnAppliance", "operations1", TRY_APPLIANCE_AGAIN);
        assertThat(applianceDoneAs()).isNotEqualTo(failed);
        watch.untilHandOver(order);

        assertThat(mailSecurity.findAppliance(order)).hasValue(applianceDoneAs());
        assertThat(servers()).isOne();
    }

    @Test
    void orderWhoseApplianceFailedIsCancelledAndNothingIsLeftBehind() throws Exception {
        failNextBuild();
        registerBothCopies();
        String licence = mailSecurity.findLicence(order).orElseThrow();
        watch.until(order, "userTask_decideOnAppliance");
        desk.complete(
                order,
                "userTask_decideOnAppliance",
                "operations1",
                Map.of("applianceDecision", "cancel", "reason", "Panne 4711"));

        assertCancelled("Panne 4711");
        assertStopped(licence);
        Awaitility.await().untilAsserted(() -> assertThat(
                        mailSecurity.findApplianceToRemove(order).isEmpty() && servers() == 0)
                .isTrue());
        assertThat(ports()).isZero();
    }

    private void assertCancelled(String reason) {
        assertThat(Tables.holding(jdbc, reason, "ACT_")).isEmpty();
        assertThat(desk.isRunning(order)).isFalse();
        assertThat(orders.get(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(orders.get(order).closingReason()).isEqualTo(reason);
        assertThat(told("cancellationReceived")).containsExactly(reason);
        assertThat(correspondence.of(order).stream().map(SentMail::template)).endsWith("order-cancelled");
        assertThat(steps.of(order)).allSatisfy(step -> assertThat(step.leftAt()).isNotNull());
    }

    private void assertStopped(String licence) {
        assertThatThrownBy(() -> licences.activationCode(new Licence(licence)))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("has ended");
    }

    /** Reasons given with the events of a kind. */
    private List<String> told(String kind) {
        return orders.events(order).stream()
                .filter(event -> event.kind().equals(kind))
                .map(event -> event.facts().get("reason"))
                .toList();
    }

    /** The partner's words as the form tells them. */
    private String shown(String form, String task) {
        var context = new FormContext(order, desk.task(order, task).getId(), "operations1", Locale.ENGLISH);
        return forms.stream()
                .filter(one -> one.name().equals(form))
                .findFirst()
                .orElseThrow()
                .facts(context)
                .get("trouble");
    }

    private String applianceDoneAs() {
        return effects.find(order, "createAppliance").orElseThrow().objectId();
    }

    private void registerBothCopies() {
        desk.complete(
                order,
                "userTask_registerSignedCopies",
                "relations1",
                Map.of(
                        "copiesReceived",
                        2,
                        "signatoryName",
                        "The signatory",
                        "signatoryRole",
                        "Rector",
                        "receivedOn",
                        LocalDate.now().toString()));
    }

    /** The customer's configuration exists from another order, and somebody has disabled it since. */
    private void disableConfiguration() {
        Needs needs = bamsOrders.get(order).needs();
        licences.order(
                "other-" + order, new LicenceRequest(customer, needs.cpus(), needs.servicePackage(), needs.addOns()));
        setConfigurations("DISABLED");
    }

    private void setConfigurations(String status) {
        assertThat(sandbox.sql("update fortiflex_config set status = ? where name like ?")
                        .params(status, customer + " %")
                        .update())
                .isOne();
    }

    /** Two ports of one name: OpenStack allows it, and nobody can tell which is the order's. */
    private void takePortsOfTheOrder() {
        for (int last = 1; last <= 2; last++) {
            sandbox.sql("insert into os_port (id, name, subnet_id, address, mac, made_by_nova, created_at)"
                            + " values (?, ?, ?, ?, ?, false, current_timestamp)")
                    .params(
                            UUID.randomUUID().toString(),
                            order,
                            UUID.randomUUID().toString(),
                            "198.51.100." + last,
                            "fa:16:3e:00:00:0" + last)
                    .update();
        }
    }

    private void freePorts() {
        sandbox.sql("delete from os_port where address like '198.51.100.%'").update();
    }

    private int servers() {
        return sandbox.sql("select count(*) from os_server where name like ? and status <> 'DELETED'")
                .param("%" + order)
                .query(Integer.class)
                .single();
    }

    private int ports() {
        return sandbox.sql("select count(*) from os_port where name like ?")
                .param("%" + order)
                .query(Integer.class)
                .single();
    }

    private static void failNextBuild() throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:%d/api/openstack/failing-build".formatted(TestWorld.sandboxPort()));
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);
    }
}

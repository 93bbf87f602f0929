package be.belnet.orderdesk.bams.process;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.failure.Failures;
import be.belnet.orderdesk.failure.process.Gathering;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every fault of every partner at every step: the order ends whole, or waits for a person and goes on once the partner is
 * well; and whatever happened in between, each thing exists once, and nothing is left of an order that is left.
 */
@OrderdeskTest
class PartnerFaultsTest {
    private static final Set<String> PARTNERS =
            Set.of("forticloud", "fortiflex", "forticare", "openstack", "fortimail");

    /** Whom a person puts right before trying again, by the task at which a fault has brought the order: all, if again. */
    private static final Map<String, Set<String>> CAUSES = Map.of(
            "userTask_decideOnLicence", Set.of("forticloud", "fortiflex"),
            "userTask_enterRegistrationCode", Set.of("forticloud", "forticare"),
            "userTask_decideOnAppliance", Set.of("forticloud", "fortiflex", "forticare", "openstack"),
            "userTask_decideOnConfiguration", Set.of("fortimail"),
            "userTask_undoByHand", PARTNERS);

    private static final Set<String> STEPS = Set.of(
            "serviceTask_orderLicence",
            "serviceTask_registerLicence",
            "serviceTask_createAppliance",
            "serviceTask_configureAppliance",
            "serviceTask_undoEffects");

    private static final Map<String, Set<String>> SYSTEMS = Map.of(
            "Fortinet", Set.of("forticloud", "fortiflex", "forticare"),
            "OpenStack", Set.of("openstack"),
            "FortiMail", Set.of("fortimail"));

    private static final List<String> SLOW = List.of("'slow', 'seconds': 0.2");

    /** Nothing has happened. */
    private static final List<String> BEFORE =
            List.of("'timeOutBefore', 'seconds': 0.1", "'failBefore', 'status': 500", "'tooMany', 'seconds': 1");

    /** It has happened, and nobody is told. */
    private static final List<String> AFTER = List.of(
            "'timeOutAfter', 'seconds': 0.1",
            "'failAfter', 'status': 502",
            "'failAfter', 'status': 503",
            "'reset'",
            "'malformed'");

    private static final List<String> LOOK_UPS = List.of("'lateLookUp', 'seconds': 1.5", "'twoObjects'");

    private static final String REFUSAL = "'refusal'";

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

    @Autowired
    Failures failures;

    @Autowired
    Gathering gathering;

    private final JdbcClient sandbox = TestWorld.sandboxTables();
    private final String code = Way.registrationCode();

    /** Tasks at which a person was asked; where it was for a step out of attempts, the step. */
    private final Set<String> asked = new TreeSet<>();

    private boolean lasts;

    @AfterEach
    void allIsWell() {
        partners.heal();
        clock.putBack();
        gathering.forget();
    }

    @Tag("every-fault")
    @ParameterizedTest
    @MethodSource
    void faultThatPassesAsksNobody(String fault) {
        endsWhole(fault);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void faultThatLastsAsksAPersonAtEveryStep(String fault) {
        endsWhole(fault);
        assertThat(asked).isEqualTo(STEPS);
    }

    @Test
    void refusalAsksAPersonAtEveryStep() {
        endsWhole("{\"fault\":\"refusal\",\"calls\":\"changes\"}");
        assertThat(asked).isEqualTo(CAUSES.keySet());
    }

    @Tag("every-fault")
    @ParameterizedTest
    @MethodSource
    void orderOutlivesAnyFault(String fault) {
        endsWhole(fault);
    }

    static Stream<String> faultThatPassesAsksNobody() {
        Stream<String> hits = Stream.of("changes", "reads").flatMap(calls -> Stream.of(SLOW, BEFORE, AFTER)
                .flatMap(List::stream)
                .map(fault -> "%s, 'calls': '%s'".formatted(fault, calls)));
        return json(Stream.concat(hits, LOOK_UPS.stream()).map(fault -> fault + ", 'times': 1"));
    }

    static Stream<String> faultThatLastsAsksAPersonAtEveryStep() {
        return json(BEFORE.stream().map(fault -> fault + ", 'calls': 'changes'"));
    }

    static Stream<String> orderOutlivesAnyFault() {
        Stream<String> changes =
                Stream.concat(SLOW.stream(), AFTER.stream()).map(fault -> fault + ", 'calls': 'changes'");
        Stream<String> reads = Stream.of(SLOW, BEFORE, List.of(REFUSAL))
                .flatMap(List::stream)
                .map(fault -> fault + ", 'calls': 'reads'");
        return json(Stream.of(changes, reads, LOOK_UPS.stream()).flatMap(all -> all));
    }

    @Test
    void addressOfAServerThatVanishedGoesWithTheOrder() {
        String order = way.contractOut("en");
        sign(order);
        carryOn(order, () -> desk.openTasks(order).contains("userTask_handOverAppliance"));
        serverVanishes(order);
        process.withdraw(order, "Budget refused");
        carryOn(order, () -> desk.order(order).state() == OrderState.WITHDRAWN);

        assertThat(ports(order)).isZero();
    }

    private static Stream<String> json(Stream<String> faults) {
        return faults.map(fault -> "{'fault': %s}".formatted(fault).replace('\'', '"'));
    }

    private void endsWhole(String fault) {
        lasts = !fault.contains("times");
        String flex = way.contractOut("en");
        String distributor = way.contractOut("en");
        bamsOrders.beginDelivery(distributor, LocalDate.now().plusDays(7), true);
        long before = hits();
        failAll(fault);
        sign(flex);
        carryOn(flex, () -> desk.openTasks(flex).contains("userTask_handOverAppliance"));
        failAll(fault);
        sign(distributor);
        carryOn(distributor, () -> bamsOrders.get(distributor).licenceSerial() != null);
        partners.heal();
        assertMadeOnce(flex, distributor);

        failAll(fault);
        Stream.of(flex, distributor).forEach(order -> {
            process.withdraw(order, "Budget refused");
            carryOn(order, () -> desk.order(order).state() == OrderState.WITHDRAWN);
        });
        partners.heal();
        assertThat(hits()).as("calls that were hit").isGreaterThan(before);
        assertNothingLeft(flex, distributor);
    }

    private void sign(String order) {
        desk.submit(order, "userTask_registerSignedCopies", "relations1", way.copies());
    }

    private void failAll(String fault) {
        sandbox.sql("delete from forticloud_token").update();
        PARTNERS.stream().filter(partner -> suits(partner, fault)).forEach(partner -> partners.fail(partner, fault));
    }

    /** Logging in to Fortinet changes nothing and looks nothing up. */
    private static boolean suits(String partner, String fault) {
        return !partner.equals("forticloud") || fault.contains("reads");
    }

    private long hits() {
        return PARTNERS.stream().mapToLong(partners::hits).sum();
    }

    /** Runs jobs and rounds as the engine would in the hours to come, and does what people are asked to. */
    private void carryOn(String order, BooleanSupplier arrived) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    desk.pending(order).forEach(this::run);
                    watcher.look();
                    clock.forward(lasts ? Duration.ofSeconds(45) : Duration.ZERO);
                    answer(order);
                    return arrived.getAsBoolean();
                });
    }

    /** What fails is due again after six minutes. */
    private void run(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException failed) {
            clock.forward(Duration.ofMinutes(6));
        }
    }

    private void answer(String order) {
        gathering.failureOf(order).ifPresent(this::resume);
        desk.openTasks(order).stream().filter(CAUSES::containsKey).forEach(task -> {
            if (task.equals("userTask_enterRegistrationCode")) {
                enterCode(order);
            } else {
                putRight(task);
                String decision = task.replace("userTask_decideOn", "").replace("userTask_undoByHand", "undo");
                desk.submit(
                        order, task, "operations1", Map.of(decision.toLowerCase(Locale.ROOT) + "Decision", "tryAgain"));
            }
        });
    }

    /** Service operations has steps that are out of attempts tried again once the partner is well; all, if again. */
    private void resume(String failure) {
        failures.of(failure).forEach(step -> {
            Set<String> causes = asked.add(step.activity()) ? SYSTEMS.getOrDefault(step.partner(), PARTNERS) : PARTNERS;
            causes.forEach(partners::heal);
        });
        desk.submit(failure, Gathering.DECIDE, "operations1", Map.of("failureDecision", "retry"));
    }

    /** For the first time because it has just come, later because Fortinet was in trouble. */
    private void enterCode(String order) {
        String task = "userTask_enterRegistrationCode";
        if (bamsOrders.get(order).registrationCode() != null) {
            putRight(task);
        }
        desk.submit(order, task, "operations1", Map.of("registrationCode", code));
    }

    private void putRight(String task) {
        Set<String> causes = asked.add(task) ? CAUSES.get(task) : PARTNERS;
        causes.forEach(partners::heal);
    }

    private void assertMadeOnce(String flex, String distributor) {
        assertThat(partners.count(flex, "licence created")).isOne();
        assertThat(partners.count(flex, "server created")).isOne();
        assertThat(partners.count(flex, "domain created")).isOne();
        assertThat(partners.count(distributor, "licence registered")).isOne();
        assertThat(partners.count(distributor, "server created")).isLessThanOrEqualTo(1);
    }

    private void assertNothingLeft(String flex, String distributor) {
        assertThat(partners.count(flex, "licence stopped")).isOne();
        assertThat(mailSecurity.findRegistration(distributor)).isEmpty();
        for (String order : List.of(flex, distributor)) {
            Awaitility.await()
                    .until(() -> mailSecurity.findApplianceToRemove(order).isEmpty());
            assertThat(ports(order)).isZero();
        }
    }

    /** With all that stands on it, as when somebody removes it at the host; its port stays. */
    private void serverVanishes(String order) {
        String servers = "(select id from os_server where name like ?)";
        Stream.of(
                        "delete from fortimail_session where machine_id in " + servers,
                        "delete from fortimail_domain where machine_id in " + servers,
                        "delete from fortimail_unit where machine_id in " + servers,
                        "delete from os_server_tag where server_id in " + servers,
                        "delete from os_server where name like ?",
                        "update os_port set device_id = null where name like ?")
                .forEach(statement -> sandbox.sql(statement).param("%" + order).update());
    }

    private int ports(String order) {
        return sandbox.sql("select count(*) from os_port where name like ?")
                .param("%" + order)
                .query(Integer.class)
                .single();
    }
}

package be.belnet.orderdesk.dcs.process;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.failure.FailedStep;
import be.belnet.orderdesk.failure.Failures;
import be.belnet.orderdesk.failure.process.Gathering;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import java.time.Duration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every fault of Sectigo at every step of an order of certificates, each switched on anew when the step begins: the order
 * goes its way, or waits for a person and goes on once Sectigo is well; whatever happened in between, each thing was made
 * once, and nothing is left of an order that is left.
 */
@OrderdeskTest
class CertificateFaultsTest {
    private static final String UNDO = "serviceTask_undoEffects";

    /** Which calls each step changes something with. */
    private static final Map<String, String> CHANGES = Map.of(
            "serviceTask_createOrganisation",
            "organization/v1$",
            "serviceTask_addDomains",
            "domain/v1$",
            "serviceTask_inviteAdministrator",
            "admin/v1$",
            UNDO,
            "delegation$|admin/v1/[0-9]+$");

    /** Nothing has happened. */
    private static final List<String> BEFORE = List.of(
            "'timeOutBefore', 'seconds': 0.1",
            "'failBefore', 'status': 500",
            "'failBefore', 'status': 503",
            "'tooMany', 'calls': 'changes', 'seconds': 1");

    /** It has happened; for all but the first, nobody is told. */
    private static final List<String> AFTER = List.of(
            "'slow', 'calls': 'changes', 'seconds': 0.1",
            "'timeOutAfter', 'seconds': 0.1",
            "'failAfter', 'status': 500",
            "'failAfter', 'status': 503",
            "'reset'",
            "'malformed'");

    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    Register register;

    @Autowired
    Partners partners;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    OrderProcess process;

    @Autowired
    ManagementService management;

    @Autowired
    TestClock clock;

    @Autowired
    Failures failures;

    @Autowired
    Gathering gathering;

    private final JdbcClient sandbox = TestWorld.sandboxTables();

    /** Steps before which the fault was switched on, and those of them at which it hit. */
    private final Set<String> switchedOn = new TreeSet<>();

    private final Set<String> hit = new TreeSet<>();

    /** Tasks at which a person was asked; where it was for a step out of attempts, the step. */
    private final Set<String> asked = new TreeSet<>();

    private String customer;
    private List<Domain> domains;

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
        endsWhole(fault + ", 'times': 1");
        assertThat(hit).isEqualTo(CHANGES.keySet());
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void faultThatLastsAsksAPersonAtEveryStep(String fault) {
        endsWhole(fault);
        assertThat(hit).isEqualTo(CHANGES.keySet());
        assertThat(asked).isEqualTo(CHANGES.keySet());
    }

    @ParameterizedTest
    @MethodSource
    void changeWhoseAnswerIsAlwaysLostIsFoundDone(String fault) {
        endsWhole(fault);
        assertThat(hit).isEqualTo(CHANGES.keySet());
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'refusal'", "'refusal', 'times': 1"})
    void refusalAsksAPerson(String fault) {
        endsWhole(fault);
        assertThat(hit).isEqualTo(CHANGES.keySet());
        assertThat(asked).containsExactly("userTask_decideOnOrganisation", "userTask_undoByHand");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'lateLookUp', 'seconds': 3600",
                "'lateLookUp', 'seconds': 3600, 'times': 1",
                "'twoObjects'",
                "'twoObjects', 'times': 1"
            })
    void orderOutlivesLookUpsThatMislead(String fault) {
        endsWhole(fault);
    }

    static Stream<String> faultThatPassesAsksNobody() {
        return BEFORE.stream();
    }

    static Stream<String> faultThatLastsAsksAPersonAtEveryStep() {
        return BEFORE.stream();
    }

    static Stream<String> changeWhoseAnswerIsAlwaysLostIsFoundDone() {
        return AFTER.stream();
    }

    private void endsWhole(String fault) {
        String order = orderWithContractOut();
        desk.submit(order, "userTask_registerSignedCopies", "relations1", way.copies());
        carryOn(order, fault, () -> isSetUp(order));
        partners.heal();
        assertMadeOnce();

        process.withdraw(order, "Budget refused");
        carryOn(order, fault, () -> desk.order(order).state() == OrderState.WITHDRAWN);
        partners.heal();
        assertNothingLeft();
    }

    private String orderWithContractOut() {
        customer = register.university("en");
        String name = customer.toLowerCase(Locale.ROOT);
        domains = List.of(new Domain(name + ".example"), new Domain("*." + name + ".example"));
        String order = desk.start(
                "desk1",
                "dcs-order",
                Map.of(
                        "acronym", customer,
                        "contactName", "Security officer",
                        "contactEmail", "security@customer.example",
                        "contactLanguage", "en"));
        desk.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        desk.complete(
                order,
                "userTask_determineDomains",
                "relations1",
                Map.of(
                        "domains", domains.get(1).name(),
                        "administratorGivenName", "Certificate",
                        "administratorFamilyName", "Administrator",
                        "administratorEmail", administrator(),
                        "administratorLanguage", "en"));
        return order;
    }

    private String administrator() {
        return "pki@" + domains.get(0);
    }

    private boolean isSetUp(String order) {
        return desk.pending(order).isEmpty()
                && desk.openTasks(order).equals(List.of("userTask_countersignContract"))
                && sectigo.manages(administrator());
    }

    /** Runs jobs as the engine would in the hours to come, and does what people are asked to. */
    private void carryOn(String order, String fault, BooleanSupplier arrived) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    desk.pending(order).forEach(job -> run(job, fault));
                    answer(order);
                    return arrived.getAsBoolean();
                });
    }

    /** What fails is due again by then; a partner that is too busy is waited for longer before a person is asked. */
    private void run(Job job, String fault) {
        String step = step(job);
        if (CHANGES.containsKey(step) && switchedOn.add(step)) {
            String calls = isAboutLookUps(fault) ? "" : ", 'path': '%s'".formatted(CHANGES.get(step));
            partners.fail("sectigo", "{'fault': %s%s}".formatted(fault, calls).replace('\'', '"'));
        }
        int before = hits();
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException failed) {
            clock.forward(fault.contains("tooMany") ? Duration.ofHours(2) : Duration.ofMinutes(6));
        }
        if (hits() > before) {
            hit.add(step);
        }
    }

    /** As {@link Partners#hits} counts them, without reading every call. */
    private int hits() {
        return sandbox.sql("select count(*) from ledger_call where partner = 'sectigo' and fault is not null")
                .query(Integer.class)
                .single();
    }

    private static boolean isAboutLookUps(String fault) {
        return fault.contains("LookUp") || fault.contains("twoObjects");
    }

    private String step(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private void answer(String order) {
        gathering.failureOf(order).ifPresent(this::resume);
        decide(order, "userTask_decideOnOrganisation", "organisationDecision");
        decide(order, "userTask_undoByHand", "undoDecision");
    }

    private void resume(String failure) {
        failures.of(failure).stream().map(FailedStep::activity).forEach(asked::add);
        partners.heal();
        desk.submit(failure, Gathering.DECIDE, "operations1", Map.of("failureDecision", "retry"));
    }

    private void decide(String order, String task, String decision) {
        if (desk.openTasks(order).contains(task)) {
            asked.add(task);
            partners.heal();
            desk.submit(order, task, "operations1", Map.of(decision, "tryAgain"));
        }
    }

    private void assertMadeOnce() {
        String name = sectigo.legalName(customer);
        assertThat(partners.count(name, "organisation created")).isOne();
        assertThat(partners.count(name, "administrator created")).isOne();
        for (Domain domain : domains) {
            assertThat(partners.count(domain.name(), "domain created")).isOne();
            assertThat(partners.count(domain.name(), "delegation made")).isOne();
            assertThat(sectigo.holder(domain)).contains(name);
        }
    }

    private void assertNothingLeft() {
        assertThat(partners.count(sectigo.legalName(customer), "administrator deleted"))
                .isOne();
        assertThat(sectigo.manages(administrator())).isFalse();
        for (Domain domain : domains) {
            assertThat(partners.count(domain.name(), "delegation removed")).isOne();
            assertThat(sectigo.holder(domain)).isEmpty();
        }
    }
}

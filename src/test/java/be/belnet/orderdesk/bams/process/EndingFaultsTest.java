package be.belnet.orderdesk.bams.process;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.failure.process.Gathering;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every fault of the partners on the day: the service ends whole, or waits for a person and goes on once the partner is well;
 * whatever happened in between, each thing is done once.
 */
@OrderdeskTest
class EndingFaultsTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 3, 1);
    private static final String DECIDE = "userTask_decideOnEnding";
    private static final List<String> PARTNERS = List.of("openstack", "fortiflex", "sectigo");
    private static final List<String> FAULTS = List.of(
            "'fault': 'slow', 'seconds': 0.2",
            "'fault': 'timeOutBefore', 'seconds': 0.1",
            "'fault': 'failBefore', 'status': 500",
            "'fault': 'tooMany', 'seconds': 1",
            "'fault': 'timeOutAfter', 'seconds': 0.1",
            "'fault': 'failAfter', 'status': 502",
            "'fault': 'failAfter', 'status': 503",
            "'fault': 'reset'",
            "'fault': 'malformed'");

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Notices notices;

    @Autowired
    Partners partners;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    ManagementService management;

    @Autowired
    TestClock clock;

    @Autowired
    Gathering gathering;

    @Autowired
    OrderFile orders;

    @Autowired
    Subscriptions subscriptions;

    private final Set<String> asked = new TreeSet<>();

    @BeforeEach
    void spring() {
        notices.spring();
    }

    @AfterEach
    void allIsWell() {
        partners.heal();
        clock.putBack();
        gathering.forget();
    }

    static Stream<String> faultThatPassesAsksNobody() {
        return Stream.of("changes", "reads")
                .flatMap(calls ->
                        FAULTS.stream().map(fault -> "{%s, 'calls': '%s', 'times': 1}".formatted(fault, calls)))
                .map(fault -> fault.replace('\'', '"'));
    }

    @Tag("every-fault")
    @ParameterizedTest
    @MethodSource
    void faultThatPassesAsksNobody(String fault) {
        endsWhole(fault);
        assertThat(asked).isEmpty();
    }

    @Test
    void faultThatLastsIsTakenUpOnceAPersonSaysSo() {
        endsWhole("{\"fault\":\"failBefore\",\"status\":503,\"calls\":\"changes\"}");
        assertThat(asked).containsExactly("failed step");
    }

    /** No answer ever comes back, yet all is done: the next look finds it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'fault': 'failAfter', 'status': 502, 'calls': 'changes'}",
                "{'fault': 'reset', 'calls': 'changes'}"
            })
    void whatIsDoneWithoutAnAnswerAsksNobody(String fault) {
        endsWhole(fault.replace('\'', '"'));
        assertThat(asked).isEmpty();
    }

    @Test
    void refusalAsksAPerson() {
        endsWhole("{\"fault\":\"refusal\",\"calls\":\"changes\"}");
        assertThat(asked).containsExactly(DECIDE);
    }

    private void endsWhole(String fault) {
        String reference = Subscribers.reference();
        String mail = register.university("en");
        long mailSecurity = subscribers.runningMailSecurity(mail, LONG_AGO, reference);
        String stopping = notices.letter("BAMS", mail, Map.of());
        String shop = register.university("en");
        Domain domain = new Domain(shop.toLowerCase(Locale.ROOT) + ".example");
        long certificates = subscribers.certificates(shop, LONG_AGO, domain);
        String removing = notices.letter("DCS", shop, Map.of());
        long before = hits();

        clock.to(subscriptions
                .get(mailSecurity)
                .endsOn()
                .atStartOfDay(ZoneId.of("Europe/Brussels"))
                .toInstant());
        PARTNERS.forEach(partner -> partners.fail(partner, fault));
        day(stopping);
        day(removing);
        carryOn(stopping, () -> subscriptions.get(mailSecurity).state() == SubscriptionState.TERMINATED);
        carryOn(removing, () -> subscriptions.get(certificates).state() == SubscriptionState.TERMINATED);
        PARTNERS.forEach(partner -> partners.fail(partner, fault));
        clock.to(notices.timer(stopping, "intermediateCatchEvent_quarantineOver")
                .getDuedate()
                .toInstant());
        carryOn(stopping, () -> orders.get(stopping).state() == OrderState.COMPLETED);
        partners.heal();

        assertThat(hits()).as("calls that were hit").isGreaterThan(before);
        assertThat(partners.count(reference, "server stopped")).isOne();
        assertThat(partners.count(reference, "licence stopped")).isOne();
        assertThat(partners.count(reference, "server deleted")).isOne();
        assertThat(sectigo.holder(domain)).isEmpty();
        assertThat(orders.get(removing).state()).isEqualTo(OrderState.COMPLETED);
    }

    private void day(String file) {
        management.executeJob(
                notices.timer(file, "intermediateCatchEvent_lastDayOver").getId());
    }

    private long hits() {
        return PARTNERS.stream().mapToLong(partners::hits).sum();
    }

    /** Runs jobs as the engine would in the hours to come, and does what people are asked to. */
    private void carryOn(String file, BooleanSupplier arrived) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    desk.pending(file).forEach(this::run);
                    notices.dueTimers(file).forEach(this::run);
                    answer(file);
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

    private void answer(String file) {
        gathering.failureOf(file).ifPresent(failure -> {
            asked.add("failed step");
            partners.heal();
            desk.submit(failure, Gathering.DECIDE, "operations1", Map.of("failureDecision", "retry"));
        });
        if (desk.openTasks(file).contains(DECIDE)) {
            asked.add(DECIDE);
            partners.heal();
            desk.submit(file, DECIDE, "operations1", Map.of("endingDecision", "tryAgain"));
        }
    }
}

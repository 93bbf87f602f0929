package be.belnet.orderdesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.database.OwnTransaction;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderClosedException;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.partner.OutcomeUnknownException;
import be.belnet.orderdesk.partner.PartnerBusyException;
import be.belnet.orderdesk.partner.PartnerPause;
import be.belnet.orderdesk.partner.PartnerPausedException;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An effect at a partner happens once, however often, at once or half its step runs. */
@ProcessTest
class EffectsTest {
    @Autowired
    PartnerPauses pauses;

    @Autowired
    Effects effects;

    @Autowired
    EffectRows rows;

    @Autowired
    OrderFile orders;

    @Autowired
    OwnTransaction ownTransaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    /** What the partner has: every creation adds one. */
    private final List<String> partner = new CopyOnWriteArrayList<>();

    private String order;

    @BeforeEach
    void openOrder() {
        order = orders.open(new NewOrder(
                        "BAMS",
                        "order",
                        null,
                        null,
                        new Requester("Contact", "c@a.example", null, "en"),
                        null,
                        null,
                        null))
                .number();
    }

    @Test
    void whatStoodThereBeforeIsUsedAndIsNotTheOrders() {
        String id = effects.onceUnlessEarlier(order, "CA", "createOrganisation", () -> Optional.of("7"), this::create);

        assertThat(id).isEqualTo("7");
        assertThat(effects.ofOrder(order)).isEmpty();
        assertThat(partner).isEmpty();
    }

    @Test
    void whatIsFoundAfterTheIntentIsTheOrders() {
        assertThatThrownBy(() -> effects.onceUnlessEarlier(order, "CA", "createOrganisation", Optional::empty, () -> {
                    throw new PartnerUnavailableException("CA", "down");
                }))
                .isInstanceOf(PartnerUnavailableException.class);
        effects.onceUnlessEarlier(order, "CA", "createOrganisation", () -> Optional.of("8"), this::create);

        assertThat(effects.ofOrder(order)).extracting(Effect::objectId).containsExactly("8");
    }

    @Test
    void orderThatIsLeftLooksForNothing() {
        orders.beginCancelling(order);
        assertThatThrownBy(() -> effects.onceUnlessEarlier(order, "CA", "x", () -> Optional.of("7"), this::create))
                .isInstanceOf(OrderClosedException.class);
    }

    @Test
    void stepWithPartsIsKnownByTheFirstThatIsNotDone() {
        effects.once(order, "CA", Effect.step("addDomains", "a.example"), Optional::empty, () -> "1");
        assertThatThrownBy(
                        () -> effects.once(order, "CA", Effect.step("addDomains", "b.example"), Optional::empty, () -> {
                            throw new PartnerUnavailableException("CA", "down");
                        }))
                .isInstanceOf(PartnerUnavailableException.class);

        assertThat(effects.find(order, "addDomains")).map(Effect::part).contains("b.example");
        effects.allowAgain(order, "addDomains");
        assertThat(effects.find(order, "addDomains")).map(Effect::attempts).contains(0);
        assertThat(effects.find(order, "addDomains:a.example"))
                .as("what is done stays counted")
                .map(Effect::attempts)
                .contains(1);
    }

    @Test
    void secondRunReturnsTheFirstOnesEffect() {
        assertThat(once()).isEqualTo("object-1");
        assertThat(once()).isEqualTo("object-1");
        assertThat(partner).hasSize(1);
    }

    @Test
    void parallelRunsMakeOneEffect() throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(6);
        List<Future<String>> runs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            runs.add(pool.submit(() -> {
                start.await();
                return once();
            }));
        }
        start.countDown();
        for (Future<String> run : runs) {
            try {
                assertThat(run.get()).isEqualTo("object-1");
            } catch (java.util.concurrent.ExecutionException busy) {
                assertThat(busy).hasCauseInstanceOf(EffectBusyException.class);
            }
        }
        pool.shutdown();
        assertThat(partner).hasSize(1);
    }

    @Test
    void effectOutlivesTheRollBackOfItsStep() {
        new TransactionTemplate(transactions).executeWithoutResult(step -> {
            once();
            step.setRollbackOnly();
        });
        assertThat(once()).isEqualTo("object-1");
        assertThat(partner).hasSize(1);
    }

    @Test
    void lostReplyKeepsTheLeaseAndIsLookedUpAfterwards() {
        loseReply();
        assertThat(effect().state()).isEqualTo(Effect.State.UNKNOWN);
        assertThatThrownBy(this::once).isInstanceOf(EffectBusyException.class);
        leaseRunsOut();
        assertThat(once()).isEqualTo("object-1");
        assertThat(partner).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("failedLookUps")
    void whatIsUnknownStaysSoWhileItCannotBeLookedUp(RuntimeException failure) {
        loseReply();
        leaseRunsOut();
        assertThatThrownBy(() -> onceWithout(failure)).isSameAs(failure);

        assertThat(effect().state()).isEqualTo(Effect.State.UNKNOWN);
        assertThat(effect().leaseUntil()).isNull();
        assertThat(once()).isEqualTo("object-1");
        assertThat(partner).hasSize(1);
    }

    @Test
    void whatADeadNodeBeganIsUnknownWhileItCannotBeLookedUp() {
        nodeDiesInTheCall();
        assertThatThrownBy(() -> onceWithout(new PartnerUnavailableException("Partner", "down")))
                .isInstanceOf(PartnerUnavailableException.class);

        assertThat(effect().state()).isEqualTo(Effect.State.UNKNOWN);
    }

    @Test
    void unknownEffectOfAnOrderThatIsLeftStaysUnknown() {
        loseReply();
        leaseRunsOut();
        var leaving = new EffectRows(ownTransaction, jdbc) {
            @Override
            boolean lease(String key, String owner, Instant now, Instant until) {
                boolean leased = super.lease(key, owner, now, until);
                orders.beginCancelling(order);
                return leased;
            }
        };
        var late = new Effects(leaving, new EffectProperties(Duration.ofMinutes(5), 10), pauses, Clock.systemUTC());
        assertThatThrownBy(() -> late.once(order, "Partner", "step", this::find, this::create))
                .isInstanceOf(OrderClosedException.class);

        assertThat(effect().state()).isEqualTo(Effect.State.UNKNOWN);
        assertThat(effect().leaseUntil()).isNull();
    }

    @Test
    void nodeThatDiedInTheCallLeavesItsEffectToBeFound() {
        nodeDiesInTheCall();
        assertThat(once()).isEqualTo("object-1");
        assertThat(partner).hasSize(1);
    }

    @Test
    void whatIsSurelyNotDoneMayBeTriedAtOnce() {
        assertThatThrownBy(() -> effects.once(order, "Partner", "step", this::find, () -> {
                    throw new PartnerUnavailableException("Partner", "connection refused");
                }))
                .isInstanceOf(PartnerUnavailableException.class);
        assertThat(once()).isEqualTo("object-1");
    }

    @Test
    void refusalIsWrittenDown() {
        assertThatThrownBy(() -> effects.once(order, "Partner", "step", this::find, () -> {
                    throw new PartnerRefusedException("Partner", "-1", "no points left");
                }))
                .isInstanceOf(PartnerRefusedException.class);
        assertThat(effect().state()).isEqualTo(Effect.State.REFUSED);
        assertThat(effect().detail()).contains("no points left");
    }

    @Test
    void partnerThatExplainsAtLengthIsWrittenDownInShort() {
        assertThatThrownBy(() -> effects.once(order, "Partner", "step", this::find, () -> {
                    throw new PartnerRefusedException("Partner", "-1", "no points left ".repeat(200));
                }))
                .isInstanceOf(PartnerRefusedException.class);
        assertThat(effect().state()).isEqualTo(Effect.State.REFUSED);
        assertThat(effect().detail()).contains("no points left");
    }

    @Test
    void attemptThatOutlivedItsLeaseTakesTheEffectOfTheOneAfterIt() {
        String late = effects.once(order, "Partner", "step", Optional::empty, () -> {
            leaseRunsOut();
            once();
            return "unknown to our row";
        });
        assertThat(late).isEqualTo(effect().objectId()).isEqualTo("object-1");
    }

    @Test
    void attemptsEndAtTheCeiling() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> effects.once(order, "Partner", "step", this::find, () -> {
                        throw new PartnerUnavailableException("Partner", "connection refused");
                    }))
                    .isInstanceOf(PartnerUnavailableException.class);
        }
        assertThatThrownBy(this::once)
                .isInstanceOf(EffectExhaustedException.class)
                .hasMessageContaining(order);
        assertThat(partner).isEmpty();
    }

    @Test
    void orderBeingLeftGetsNoNewEffect() {
        orders.beginCancelling(order);
        assertThatThrownBy(this::once).isInstanceOf(OrderClosedException.class);
        assertThat(partner).isEmpty();
    }

    @Test
    void orderLeftBetweenIntentAndCallGetsNoNewEffect() {
        var leaving = new EffectRows(ownTransaction, jdbc) {
            @Override
            boolean begin(Intent intent, String owner, Instant now, Instant until) {
                boolean begun = super.begin(intent, owner, now, until);
                orders.beginCancelling(order);
                return begun;
            }
        };
        var late = new Effects(leaving, new EffectProperties(Duration.ofMinutes(5), 10), pauses, Clock.systemUTC());
        assertThatThrownBy(() -> late.once(order, "Partner", "step", this::find, this::create))
                .isInstanceOf(OrderClosedException.class);
        assertThat(partner).isEmpty();
        assertThat(effect().leaseUntil()).isNull();
    }

    @Test
    void pausedPartnerIsNotCalledAndNoAttemptIsUsedUp() {
        Instant until = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
        pauses.begin(new PartnerPause("Partner", until, "Maintenance", "operations1"));
        assertThatThrownBy(this::once)
                .isInstanceOfSatisfying(PartnerPausedException.class, paused -> assertThat(paused.until())
                        .isEqualTo(until));
        assertThat(partner).isEmpty();
        assertThat(effect().attempts()).isZero();

        pauses.end("Partner");
        assertThat(once()).isEqualTo("object-1");
    }

    @Test
    void busyPartnerUsesUpNoAttempt() {
        assertThatThrownBy(() -> effects.once(order, "Partner", "step", this::find, () -> {
                    throw new PartnerBusyException("Partner", null, "too many calls");
                }))
                .isInstanceOf(PartnerBusyException.class);
        assertThat(effect().attempts()).isZero();
        assertThat(effect().leaseUntil()).isNull();
        assertThat(once()).isEqualTo("object-1");
    }

    private static List<RuntimeException> failedLookUps() {
        return List.of(
                new PartnerUnavailableException("Partner", "down"),
                new PartnerBusyException("Partner", null, "too many calls"),
                new PartnerRefusedException("Partner", "403", "not for you"),
                new OutcomeUnknownException("Partner", "no reply"));
    }

    private void loseReply() {
        assertThatThrownBy(() -> effects.once(order, "Partner", "step", this::find, () -> {
                    create();
                    throw new OutcomeUnknownException("Partner", "no reply");
                }))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    private void nodeDiesInTheCall() {
        Instant now = Instant.now();
        rows.begin(
                new EffectRows.Intent(order + "/step", order, "Partner", "step"),
                "dead node",
                now,
                now.plusSeconds(300));
        create();
        leaseRunsOut();
    }

    private void onceWithout(RuntimeException lookUp) {
        effects.once(
                order,
                "Partner",
                "step",
                () -> {
                    throw lookUp;
                },
                this::create);
    }

    private String once() {
        return effects.once(order, "Partner", "step", this::find, this::create);
    }

    private Optional<String> find() {
        return partner.stream().findFirst();
    }

    private String create() {
        partner.add("object-" + (partner.size() + 1));
        return partner.get(partner.size() - 1);
    }

    private Effect effect() {
        return effects.ofOrder(order).get(0);
    }

    private void leaseRunsOut() {
        jdbc.sql("update effect set lease_until = timestamp '2020-01-01 00:00:00' where order_number = ?")
                .param(order)
                .update();
    }
}

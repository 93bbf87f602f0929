package be.belnet.orderdesk.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.database.OwnTransaction;
import be.belnet.orderdesk.partner.PartnerGate.Limits;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes before one partner: their gates share a database. */
@ProcessTest
class PartnerGateTest {
    private static final Limits REAL = limits(Duration.ofMillis(200));

    @Autowired
    OwnTransaction ownTransaction;

    @Autowired
    @Qualifier("ownTransactionDataSource")
    HikariDataSource pool;

    @Autowired
    JdbcClient jdbc;

    private String partner;
    private PartnerGate first;
    private PartnerGate second;

    @BeforeEach
    void partnerOfItsOwn() {
        partner = "Partner " + UUID.randomUUID();
        jdbc.sql("insert into partner_gate (name) values (?)").param(partner).update();
        first = node(REAL);
        second = node(REAL);
    }

    @Test
    void oneCallAtATimePassesOnWhateverNode() {
        var patient = limits(Duration.ofMinutes(1));
        var nodes = new PartnerGate[] {node(patient), node(patient)};
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var calls = IntStream.range(0, 12)
                .mapToObj(number -> CompletableFuture.runAsync(() -> nodes[number % 2].pass(
                        () -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            return inside.decrementAndGet();
                        },
                        answer -> false)))
                .toList();
        calls.forEach(CompletableFuture::join);

        assertThat(most).hasValue(1);
        assertThat(callsNoted()).isEqualTo(12);
    }

    @Test
    void callThatFindsTheOtherNodeInsideIsPutOff() {
        first.pass(
                () -> {
                    assertRefused(second, "under way", Duration.ofSeconds(1));
                    return null;
                },
                answer -> false);

        assertThat(call(second)).isEqualTo("answer");
    }

    @Test
    void callsOfOneNodeAskTheDatabaseInTurn() {
        var asked = new AtomicInteger();
        var rows = new GateRows(ownTransaction) {
            @Override
            boolean enter(String gate, String pass, Limits limits) {
                asked.incrementAndGet();
                return super.enter(gate, pass, limits);
            }
        };
        var node = new PartnerGates(rows).before(partner, limits(Duration.ofMinutes(1)));
        var waiting = node.pass(
                () -> {
                    var another = CompletableFuture.supplyAsync(() -> call(node));
                    assertThat(another).isNotDone();
                    CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS))
                            .join();
                    return another;
                },
                answer -> false);

        assertThat(waiting.join()).isEqualTo("answer");
        assertThat(asked).hasValue(2);
    }

    @Test
    void callThatBreaksGivesTheGateBack() {
        assertThatThrownBy(() -> first.pass(
                        () -> {
                            throw new PartnerUnavailableException(partner, "down");
                        },
                        answer -> false))
                .isInstanceOf(PartnerUnavailableException.class);

        assertThat(call(second)).isEqualTo("answer");
    }

    @Test
    void nodeThatDiesInsideHoldsUpTheOthersForItsLeaseOnly() {
        new GateRows(ownTransaction).enter(partner, "of a dead node", REAL);
        assertRefused(second, "under way", Duration.ofSeconds(1));
        leaseRunsOut();

        assertThat(call(second)).isEqualTo("answer");
    }

    @Test
    void callThatOutlivedItsLeaseLeavesTheGateToTheNextOne() {
        second.pass(
                () -> {
                    leaseRunsOut();
                    new GateRows(ownTransaction).enter(partner, "of the next", REAL);
                    return null;
                },
                answer -> false);

        assertRefused(first, "under way", Duration.ofSeconds(1));
    }

    @Test
    void hundredAndFirstCallOfAMinuteIsPutOffUntilThereIsRoom() {
        calls(100);
        assertRefused(second, "in the minute", Duration.ofMinutes(1));
        pass(Duration.ofMinutes(1));

        assertThat(call(second)).isEqualTo("answer");
    }

    @Test
    void thousandAndFirstCallOfAnHourIsPutOffUntilThereIsRoom() {
        for (int batch = 0; batch < 10; batch++) {
            calls(100);
            pass(Duration.ofMinutes(2));
        }
        assertRefused(first, "in the hour", Duration.ofMinutes(40));
        pass(Duration.ofMinutes(41));

        assertThat(call(second)).isEqualTo("answer");
    }

    @Test
    void afterTenErrorsAnHourNoNodeCallsUntilTheFirstIsForgotten() {
        for (int error = 0; error < 10; error++) {
            (error % 2 == 0 ? first : second).pass(() -> "refused", "refused"::equals);
        }
        assertRefused(second, "errors", Duration.ofHours(1));
        pass(Duration.ofHours(1));

        assertThat(call(first)).isEqualTo("answer");
    }

    @Test
    void callsThatCountNoMoreAreForgotten() {
        calls(10);
        pass(Duration.ofMinutes(61));
        calls(2);
        new GateRows(ownTransaction).forget();

        assertThat(callsNoted()).isEqualTo(2);
    }

    @Test
    void noConnectionIsHeldDuringACall() {
        int idle = first.pass(() -> pool.getHikariPoolMXBean().getActiveConnections(), answer -> false);

        assertThat(idle).isZero();
    }

    private PartnerGate node(Limits limits) {
        return new PartnerGates(new GateRows(ownTransaction)).before(partner, limits);
    }

    private static Limits limits(Duration patience) {
        return new Limits(100, 1000, 10, patience, Duration.ofMinutes(2));
    }

    private void calls(int times) {
        for (int number = 0; number < times; number++) {
            call(number % 2 == 0 ? first : second);
        }
    }

    private static String call(PartnerGate gate) {
        return gate.pass(() -> "answer", answer -> false);
    }

    private void assertRefused(PartnerGate gate, String words, Duration longest) {
        assertThatThrownBy(() -> call(gate))
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(PartnerBusyException.class, busy -> assertThat(busy.retryAfter())
                        .hasValueSatisfying(
                                wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(longest)));
    }

    private long callsNoted() {
        return jdbc.sql("select count(*) from partner_call where gate = ?")
                .param(partner)
                .query(Long.class)
                .single();
    }

    private void leaseRunsOut() {
        jdbc.sql("update partner_gate set held_until = ? where name = ?")
                .params(Timestamp.from(Instant.EPOCH), partner)
                .update();
    }

    /** Makes all calls older. */
    private void pass(Duration time) {
        jdbc.sql("update partner_call set called_at = called_at - interval '%d' second where gate = ?"
                        .formatted(time.toSeconds()))
                .param(partner)
                .update();
    }
}

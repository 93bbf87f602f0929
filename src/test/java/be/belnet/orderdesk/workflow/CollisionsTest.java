package be.belnet.orderdesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.partner.PartnerBusyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;

class CollisionsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private final Postponements postponements = new Postponements(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whoeverIsLaterCollides() {
        var deadlock = new ProcessEngineException("the database ended it");
        deadlock.setCode(10_000);

        assertThat(Collisions.isOne(new OptimisticLockingException("another was faster")))
                .isTrue();
        assertThat(Collisions.isOne(deadlock)).isTrue();
        assertThat(Collisions.isOne(new IllegalStateException(new PessimisticLockingFailureException("deadlock"))))
                .isTrue();
        assertThat(Collisions.isOne(new DuplicateKeyException("no matter of time")))
                .isFalse();
        assertThat(Collisions.isOne(new ProcessEngineException("broken"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "OptimisticLockingException, 1, true",
        "CannotAcquireLockException, 0, true",
        "PessimisticLockingFailureException, 0, true",
        "ProcessEngineException, 10000, true",
        "ProcessEngineException, 0, false",
        "'', 0, false"
    })
    void whatTheEngineAnswersIsKnownByItsName(String type, int code, boolean collides) {
        assertThat(Collisions.isOne(type, code)).isEqualTo(collides);
    }

    @Test
    void partnerThatAsksForDaysIsWaitedForNoLongerThanHours() {
        var week = new PartnerBusyException("Partner", Duration.ofDays(7), "slow down");

        assertThat(postponements.until(week, NOW.minus(Duration.ofHours(3))).orElseThrow())
                .isBetween(
                        NOW.plus(Duration.ofHours(1)),
                        NOW.plus(Duration.ofHours(1)).plusSeconds(10));
        assertThat(postponements.until(week, NOW.minus(Duration.ofHours(5)))).isEmpty();
    }

    @Test
    void stepThatCollidesIsTriedAgainAtOnceAndUsesUpNoAttempt() {
        var deadlock = new IllegalStateException(new CannotAcquireLockException("deadlock"));

        assertThat(postponements.until(deadlock, NOW.minusSeconds(5))).contains(NOW.plusSeconds(1));
        assertThat(postponements.until(deadlock, NOW.minus(Duration.ofHours(5))))
                .isEmpty();
    }
}

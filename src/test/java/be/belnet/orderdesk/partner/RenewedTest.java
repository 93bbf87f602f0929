package be.belnet.orderdesk.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.partner.Renewed.Granted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RenewedTest {
    private final Aging clock = new Aging();
    private Duration life = Duration.ofHours(1);
    private int logIns;

    private final Renewed<String> token = new Renewed<>(clock, this::logIn);

    @Test
    void isKeptUntilFiveMinutesBeforeItEnds() {
        assertThat(token.get()).isEqualTo("1");
        clock.age(Duration.ofMinutes(55).minusMillis(1));
        assertThat(token.get()).isEqualTo("1");
        clock.age(Duration.ofMillis(1));
        assertThat(token.get()).isEqualTo("2");
        clock.age(Duration.ofMinutes(54));
        assertThat(token.get()).isEqualTo("2");
    }

    @Test
    void briefOneIsRenewedHalfWay() {
        life = Duration.ofMinutes(10);
        token.get();
        clock.age(Duration.ofMinutes(5).minusMillis(1));
        assertThat(token.get()).isEqualTo("1");
        clock.age(Duration.ofMillis(1));
        assertThat(token.get()).isEqualTo("2");
    }

    @Test
    void oneThatWasRefusedIsReplacedOnce() {
        String first = token.get();
        token.refused(first);
        assertThat(token.get()).isEqualTo("2");
        token.refused(first);
        assertThat(token.get()).isEqualTo("2");
    }

    @Test
    void logInThatFailsIsTriedAgainByTheNextCaller() {
        token.get();
        clock.age(life);
        life = null;
        assertThatThrownBy(token::get).isInstanceOf(IllegalStateException.class);
        life = Duration.ofHours(1);
        assertThat(token.get()).isEqualTo("2");
    }

    private Granted<String> logIn() {
        if (life == null) {
            throw new IllegalStateException("not now");
        }
        return new Granted<>(String.valueOf(++logIns), clock.instant().plus(life));
    }

    private static class Aging extends Clock {
        private Instant now = Instant.parse("2026-12-01T09:00:00Z");

        void age(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}

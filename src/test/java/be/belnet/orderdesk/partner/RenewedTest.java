package be.belnet.orderdesk.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.PaperworkSlice.MovableClock;
import be.belnet.orderdesk.partner.Renewed.Granted;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RenewedTest {
    private final MovableClock clock = new MovableClock();
    private Duration life = Duration.ofHours(1);
    private int logIns;

    private final Renewed<String> token = new Renewed<>(clock, this::logIn);

    @Test
    void isKeptUntilFiveMinutesBeforeItEnds() {
        assertThat(token.get()).isEqualTo("1");
        clock.forward(Duration.ofMinutes(55).minusMillis(1));
        assertThat(token.get()).isEqualTo("1");
        clock.forward(Duration.ofMillis(1));
        assertThat(token.get()).isEqualTo("2");
        clock.forward(Duration.ofMinutes(54));
        assertThat(token.get()).isEqualTo("2");
    }

    @Test
    void briefOneIsRenewedHalfWay() {
        life = Duration.ofMinutes(10);
        token.get();
        clock.forward(Duration.ofMinutes(5).minusMillis(1));
        assertThat(token.get()).isEqualTo("1");
        clock.forward(Duration.ofMillis(1));
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
        clock.forward(life);
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
}

package be.belnet.orderdesk.dcs.page;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.PaperworkSlice.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often a page may be acted on. */
class PaceTest {
    private final MovableClock clock = new MovableClock();
    private final Pace pace = new Pace(clock);

    @Test
    void oneFileHasItsShareOfEachMinute() {
        for (int act = 0; act < Pace.ACTS; act++) {
            assertThat(pace.allows("DCS-2026-00001")).isTrue();
            clock.forward(Duration.ofSeconds(1));
        }
        assertThat(pace.allows("DCS-2026-00001")).isFalse();
        assertThat(pace.allows("DCS-2026-00002")).isTrue();

        clock.forward(Duration.ofSeconds(39));
        assertThat(pace.allows("DCS-2026-00001"))
                .as("a minute after the first one")
                .isFalse();
        clock.forward(Duration.ofSeconds(1));
        assertThat(pace.allows("DCS-2026-00001")).isTrue();
        assertThat(pace.allows("DCS-2026-00001")).isFalse();
    }
}

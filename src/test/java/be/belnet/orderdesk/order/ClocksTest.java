package be.belnet.orderdesk.order;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.PaperworkSlice;
import be.belnet.orderdesk.calendar.OpeningDays;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Whose time it was; the first week of December 2026 begins on a Tuesday. */
@SpringBootTest(
        classes = PaperworkSlice.class,
        properties = {"spring.datasource.url=jdbc:h2:mem:clocks;DB_CLOSE_DELAY=-1"})
class ClocksTest {
    private static final Instant TUESDAY = Instant.parse("2026-12-01T09:00:00Z");

    @Autowired
    OpeningDays days;

    @Test
    void eachSideHasItsOwnTime() {
        Clocks clocks = clocks(
                "2026-12-04T09:00:00Z",
                step(Turn.BELNET, "2026-12-01T09:00:00Z", "2026-12-02T09:00:00Z"),
                step(Turn.CUSTOMER, "2026-12-02T09:00:00Z", "2026-12-03T21:00:00Z"),
                step(Turn.SUPPLIER, "2026-12-03T21:00:00Z", null));

        assertThat(clocks).isEqualTo(new Clocks(Duration.ofHours(24), Duration.ofHours(36), Duration.ofHours(12)));
    }

    @Test
    void weekendsDoNotCount() {
        Clocks clocks =
                clocks("2026-12-07T09:00:00Z", step(Turn.CUSTOMER, "2026-12-01T09:00:00Z", "2026-12-07T09:00:00Z"));

        assertThat(clocks.customer()).isEqualTo(Duration.ofDays(4));
    }

    @Test
    void belnetComesFirstWhereSeveralHaveToAct() {
        Clocks clocks = clocks(
                "2026-12-03T09:00:00Z",
                step(Turn.SUPPLIER, "2026-12-01T09:00:00Z", null),
                step(Turn.BELNET, "2026-12-02T09:00:00Z", null));

        assertThat(clocks).isEqualTo(new Clocks(Duration.ofDays(1), Duration.ZERO, Duration.ofDays(1)));
    }

    @Test
    void timeWithoutAnyStepIsBelnets() {
        assertThat(clocks("2026-12-02T09:00:00Z").belnet()).isEqualTo(Duration.ofDays(1));
    }

    private Clocks clocks(String until, Step... steps) {
        return Clocks.of(List.of(steps), TUESDAY, Instant.parse(until), days::elapsed);
    }

    private static Step step(Turn turn, String entered, String left) {
        return new Step("N", "a", turn, Instant.parse(entered), left == null ? null : Instant.parse(left), null);
    }
}

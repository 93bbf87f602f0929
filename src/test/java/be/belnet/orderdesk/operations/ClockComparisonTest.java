package be.belnet.orderdesk.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ClockComparisonTest {
    private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
    private static final Duration TEN = Duration.ofSeconds(10);

    /** The time that passes, by the database's clock. */
    private Instant time = START;

    @Test
    void clockThatIsAheadAndClockThatIsBehind() {
        assertThat(compare(seconds(30), seconds(0))).isEqualTo(new Skew(seconds(30), seconds(0)));
        assertThat(compare(seconds(-30), seconds(0))).isEqualTo(new Skew(seconds(-30), seconds(0)));
    }

    @Test
    void slowAnswerIsNoWrongClock() {
        assertThat(compare(seconds(0), seconds(40))).isEqualTo(new Skew(seconds(0), seconds(20)));
    }

    @Test
    void fastestOfSeveralAnswersCounts() {
        assertThat(compare(seconds(5), seconds(40), seconds(2), seconds(30)))
                .isEqualTo(new Skew(seconds(5), seconds(1)));
    }

    @Test
    void wrongClockIsSeenThroughAnAnswerOfSomeSeconds() {
        assertThat(compare(seconds(-30), seconds(8)).exceeds(TEN)).isTrue();
    }

    @Test
    void betweenCertainlyWrongAndCertainlyRightNothingIsSaid() {
        Skew doubtful = new Skew(seconds(-11), seconds(2));
        assertThat(doubtful.exceeds(TEN)).isFalse();
        assertThat(doubtful.keepsWithin(TEN)).isFalse();
    }

    @Test
    void limitItselfIsWithin() {
        Skew limit = new Skew(seconds(-10), seconds(0));
        assertThat(limit.exceeds(TEN)).isFalse();
        assertThat(limit.keepsWithin(TEN)).isTrue();
    }

    /** @param answers how long the database takes each time, again from the first when there are no more */
    private Skew compare(Duration ahead, Duration... answers) {
        Queue<Duration> delays = new ArrayDeque<>(Arrays.asList(answers));
        InstantSource node = () -> time.plus(ahead);
        return new ClockComparison(
                        node.withZone(ZoneOffset.UTC),
                        () -> Duration.between(START, time).toNanos(),
                        () -> answer(delays))
                .compare();
    }

    /** The database looks at its clock half-way. */
    private Instant answer(Queue<Duration> delays) {
        Duration delay = delays.remove();
        delays.add(delay);
        Instant seen = time.plus(delay.dividedBy(2));
        time = time.plus(delay);
        return seen;
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}

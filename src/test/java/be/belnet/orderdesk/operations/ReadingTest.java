package be.belnet.orderdesk.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicInteger taken = new AtomicInteger();
    private final Queue<Runnable> late = new ArrayDeque<>();

    @Test
    void whatWasReadServesUntilItIsOld() {
        Reading<Integer> kept = reading(Runnable::run, HOUR);
        assertThat(kept.value()).contains(1);
        assertThat(kept.value()).contains(1);

        Reading<Integer> old = reading(Runnable::run, Duration.ZERO);
        assertThat(old.value()).contains(2);
        assertThat(old.value()).contains(3);
    }

    @Test
    void failureIsAbsentAndNotRepeatedAtOnce() {
        Reading<Integer> failing = new Reading<>(
                () -> {
                    taken.incrementAndGet();
                    throw new IllegalStateException("gone");
                },
                Runnable::run,
                HOUR,
                HOUR);

        assertThat(failing.value()).isEmpty();
        assertThat(failing.value()).isEmpty();
        assertThat(taken).hasValue(1);
    }

    @Test
    void lateReadingIsAbsentAndNoSecondIsBegunBesideIt() {
        Reading<Integer> slow = new Reading<>(taken::incrementAndGet, late::add, Duration.ZERO, Duration.ofNanos(1));
        assertThat(slow.value()).isEmpty();
        assertThat(slow.value()).isEmpty();
        assertThat(late).hasSize(1);

        late.remove().run();
        assertThat(slow.value()).as("begins anew").isEmpty();
        assertThat(late).hasSize(1);
    }

    private Reading<Integer> reading(Executor executor, Duration keep) {
        return new Reading<>(taken::incrementAndGet, executor, keep, HOUR);
    }
}

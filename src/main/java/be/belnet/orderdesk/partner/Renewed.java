package be.belnet.orderdesk.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What a partner grants for a time, such as a log-in. It is kept and asked for again five minutes before it ends, or
 * half-way where it holds no longer than ten.
 */
public final class Renewed<T> {
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Clock clock;
    private final Supplier<Granted<T>> partner;
    private T current;
    private Instant renewAt;

    /** @param clock the partner's time: that of day, not one that a test has put forward for its orders */
    public Renewed(Clock clock, Supplier<Granted<T>> partner) {
        this.clock = clock;
        this.partner = partner;
    }

    /** One that holds for the next call. */
    public synchronized T get() {
        if (current == null || !renewAt.isAfter(clock.instant())) {
            Granted<T> granted = partner.get();
            current = granted.value();
            renewAt = renewAt(granted.endsAt());
        }
        return current;
    }

    /** Forgets one that was refused, unless another caller has replaced it already. */
    public synchronized void refused(T old) {
        if (current == old) {
            current = null;
        }
    }

    private Instant renewAt(Instant endsAt) {
        Duration left = Duration.between(clock.instant(), endsAt);
        return left.compareTo(MARGIN.multipliedBy(2)) > 0
                ? endsAt.minus(MARGIN)
                : clock.instant().plus(left.dividedBy(2));
    }

    public record Granted<T>(T value, Instant endsAt) {}
}

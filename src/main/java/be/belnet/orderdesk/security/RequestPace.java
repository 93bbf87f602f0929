package be.belnet.orderdesk.security;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Counts requests by whatever name, in each minute anew. */
class RequestPace {
    private static final long MINUTE = 60;

    /** So that names which never come again take no more room than this. */
    private static final int MOST_NAMES = 100_000;

    private final LongSupplier seconds;
    private final Map<String, AtomicInteger> used = new ConcurrentHashMap<>();
    private long minute;

    /** @param seconds of a clock that goes forward only */
    RequestPace(LongSupplier seconds) {
        this.seconds = seconds;
    }

    /** How long to wait; empty when there is still room. */
    Optional<Duration> take(String name, int most) {
        long now = seconds.getAsLong();
        beginAnew(now / MINUTE);
        int count = used.computeIfAbsent(name, first -> new AtomicInteger()).incrementAndGet();
        return count <= most ? Optional.empty() : Optional.of(Duration.ofSeconds(MINUTE - now % MINUTE));
    }

    private synchronized void beginAnew(long now) {
        if (now != minute || used.size() > MOST_NAMES) {
            used.clear();
            minute = now;
        }
    }
}

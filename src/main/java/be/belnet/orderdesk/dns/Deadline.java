package be.belnet.orderdesk.dns;

import java.time.Duration;

/** Until when a look-up must be over; counted on the clock that nobody sets. */
final class Deadline {
    private final long end;

    Deadline(Duration patience) {
        end = System.nanoTime() + patience.toNanos();
    }

    boolean isOver() {
        return left().isZero();
    }

    /** Never less than nothing. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** What is left of this at most. */
    Duration atMost(Duration other) {
        var left = left();
        return other.compareTo(left) < 0 ? other : left;
    }
}

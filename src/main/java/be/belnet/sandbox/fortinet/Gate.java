package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.world.WorldPart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** How much one API user may ask: calls a minute and an hour, errors an hour, one at a time. */
class Gate implements WorldPart {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final FortinetSettings.Limits limits;
    private final Clock clock;
    private final Deque<Instant> calls = new ArrayDeque<>();
    private final Deque<Instant> errors = new ArrayDeque<>();
    private int inside;

    Gate(FortinetSettings.Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Answers the call, or refuses it for coming too often or too early. */
    <T> T pass(Supplier<T> call) {
        enter();
        try {
            return call.get();
        } catch (Refusal refusal) {
            remember(refusal);
            throw refusal;
        } finally {
            leave();
        }
    }

    private synchronized void enter() {
        if (limits.singleFlight() && inside > 0) {
            throw Refusal.atTheSameTime();
        }
        if (reached(limits.errorsPerHour(), errors, HOUR)) {
            throw Refusal.tooManyErrors();
        }
        if (reached(limits.callsPerHour(), calls, HOUR)) {
            throw Refusal.tooManyInHour();
        }
        if (reached(limits.callsPerMinute(), calls, MINUTE)) {
            throw Refusal.tooManyInMinute();
        }
        calls.add(clock.instant());
        inside++;
    }

    private boolean reached(int limit, Deque<Instant> events, Duration period) {
        forgetOld(events);
        var since = clock.instant().minus(period);
        return limit > 0
                && events.stream().filter(event -> event.isAfter(since)).count() >= limit;
    }

    private void forgetOld(Deque<Instant> events) {
        var since = clock.instant().minus(HOUR);
        events.removeIf(event -> !event.isAfter(since));
    }

    private synchronized void remember(Refusal refusal) {
        if (refusal.isCallersMistake()) {
            errors.add(clock.instant());
        }
    }

    private synchronized void leave() {
        inside--;
    }

    @Override
    public synchronized void startAgain() {
        calls.clear();
        errors.clear();
    }
}

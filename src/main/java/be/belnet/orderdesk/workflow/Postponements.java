package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.partner.PartnerBusyException;
import be.belnet.orderdesk.partner.PartnerPausedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Which failures mean no more than "not now", and until when. Who is paused is waited for as long as it takes; who is busy,
 * for some hours, however long it asks for: beyond these it counts as a failure.
 */
class Postponements {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofHours(4);
    /** What waited for the same moment does not come back all at once. */
    static final Duration SPREAD = Duration.ofSeconds(10);

    private final Clock clock;

    Postponements(Clock clock) {
        this.clock = clock;
    }

    /**
     * Empty for a failure that counts.
     *
     * @param since when the step was to be done first
     */
    Optional<Instant> until(Throwable failure, Instant since) {
        boolean patient = since.plus(PATIENCE).isAfter(clock.instant());
        if (patient && Collisions.isOne(failure)) {
            return Optional.of(clock.instant().plus(AT_ONCE));
        }
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(cause -> patient || cause instanceof PartnerPausedException)
                .map(cause -> moment(cause, since.plus(PATIENCE)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Instant> moment(Throwable cause, Instant patienceEnds) {
        if (cause instanceof PartnerPausedException paused) {
            return Optional.of(spread(paused.until()));
        }
        if (cause instanceof PartnerBusyException busy) {
            return Optional.of(
                    spread(soonest(clock.instant().plus(busy.retryAfter().orElse(SOON)), patienceEnds)));
        }
        if (cause instanceof EffectBusyException busy) {
            return Optional.of(busy.until() == null ? clock.instant().plus(SOON) : busy.until());
        }
        return Optional.empty();
    }

    private static Instant soonest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant spread(Instant moment) {
        return moment.plusMillis(ThreadLocalRandom.current().nextLong(SPREAD.toMillis()));
    }
}

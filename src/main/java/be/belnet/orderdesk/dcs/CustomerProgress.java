package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

/**
 * How far the domains of one customer are.
 *
 * @param counts how many stand where; those without any are missing, all of them before the customer's turn comes
 * @param waitingSince when somebody had to act on the one that waits longest; null when all is done
 */
public record CustomerProgress(String acronym, Map<Standing, Long> counts, Instant waitingSince) {
    /** Least of its domains settled first, then longest waiting; those that are done come last. */
    static final Comparator<CustomerProgress> LAGGARDS_FIRST = Comparator.comparing(CustomerProgress::isDone)
            .thenComparing(progress -> (double) progress.settled() / Math.max(1, progress.domains()))
            .thenComparing(CustomerProgress::waitingSince, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CustomerProgress::acronym);

    public CustomerProgress {
        counts = Map.copyOf(counts);
    }

    public long domains() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many stand so. */
    public long count(Standing standing) {
        return counts.getOrDefault(standing, 0L);
    }

    /** How many wait for them. */
    public long count(Actor actor) {
        return Arrays.stream(Standing.values())
                .filter(standing -> standing.actor() == actor)
                .mapToLong(this::count)
                .sum();
    }

    /** Nothing is left to do for the customer. */
    public boolean isDone() {
        return domains() > 0 && settled() == domains();
    }

    private long settled() {
        return count(Actor.NOBODY);
    }
}

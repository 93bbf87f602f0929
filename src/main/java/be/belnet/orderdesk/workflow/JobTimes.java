package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.partner.LongestJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The times that keep two nodes from doing one job at once.
 *
 * @param lock after which another node runs a job too
 * @param lease after which another attempt at an effect may follow
 * @param firstRetry pause after the first failure of a job
 * @param threads that run jobs, at most
 * @param ownConnections that are kept for what commits apart from the engine
 */
record JobTimes(Duration lock, Duration lease, Duration firstRetry, int threads, int ownConnections) {
    private static final int PART_OF_THE_LOCK = 3;

    /** What contradicts what, in words; empty when all is in order. */
    List<String> contradictions(List<LongestJob> jobs) {
        List<String> found = new ArrayList<>();
        jobs.forEach(job -> check(job, found));
        if (firstRetry.compareTo(lease) <= 0) {
            found.add(
                    "the first retry of a failed job (%s) must come after orderdesk.effects.lease (%s): before, it finds"
                                    .formatted(firstRetry, lease)
                            + " the step taken and is used up");
        }
        if (ownConnections < threads) {
            found.add("orderdesk.own-transaction.pool-size (%d) must be at least the number of job threads (%d)"
                    .formatted(ownConnections, threads));
        }
        return found;
    }

    private void check(LongestJob job, List<String> found) {
        if (job.time().multipliedBy(PART_OF_THE_LOCK).compareTo(lock) >= 0) {
            found.add(
                    "%s may take %s, and must take less than a third of lock-time-in-millis (%s): another node runs it too"
                            .formatted(job.job(), job.time(), lock));
        }
        if (job.time().compareTo(lease) >= 0) {
            found.add("%s may take %s, and must take less than orderdesk.effects.lease (%s): another attempt follows it"
                    .formatted(job.job(), job.time(), lease));
        }
    }

    /** Of a cycle such as {@code PT6M,PT15M} or {@code R3/PT10M}. */
    static Duration firstOf(String retryCycle) {
        return Duration.parse(retryCycle.split(",")[0].strip().replaceFirst("^R\\d*/", ""));
    }
}

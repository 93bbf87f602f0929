package be.belnet.orderdesk.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;

/**
 * Where the engine's jobs stand.
 *
 * @param incidents steps that are out of retries, and other incidents
 * @param failed jobs that nobody will try again by himself
 * @param due jobs that could run now or are running
 * @param oldestDue how long the oldest of these has been due
 * @param expiredLocks jobs whose node has not come back in time, and which no other has taken over yet
 */
record JobCounts(long incidents, long failed, long due, Duration oldestDue, long expiredLocks) {

    /** @param page of all due jobs; where there are more, the oldest of the page stands for all */
    static JobCounts of(long incidents, long failed, long due, List<Job> page, Instant now) {
        return new JobCounts(incidents, failed, due, oldest(page, now), expired(page, now));
    }

    private static Duration oldest(List<Job> page, Instant now) {
        return page.stream()
                .map(JobCounts::dueSince)
                .min(Instant::compareTo)
                .map(since -> Duration.between(since, now))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    /** The engine gives timers and retries a due date; other jobs are due from their creation. */
    private static Instant dueSince(Job job) {
        return Optional.ofNullable(job.getDuedate())
                .orElseGet(job::getCreateTime)
                .toInstant();
    }

    private static long expired(List<Job> page, Instant now) {
        return page.stream()
                .map(JobCounts::lockedUntil)
                .filter(Objects::nonNull)
                .filter(until -> until.toInstant().isBefore(now))
                .count();
    }

    /** Null for a job that no node has; only the engine's own class of a job tells. */
    private static Date lockedUntil(Job job) {
        return job instanceof JobEntity locked ? locked.getLockExpirationTime() : null;
    }
}

package be.belnet.orderdesk.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps jobs from running while the node's clock is far from the database's: locks and due dates go by the clock of the
 * node, so two nodes that disagree would run one job twice.
 */
@Component
class ClockCheck implements MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);

    private final ClockComparison clocks;
    private final OperationsProperties.Clock limits;
    private final ObjectProvider<JobExecutor> jobExecutor;
    private volatile Skew skew;
    private volatile boolean stoppedJobs;

    ClockCheck(ClockComparison clocks, OperationsProperties properties, ObjectProvider<JobExecutor> jobExecutor) {
        this.clocks = clocks;
        this.limits = properties.clock();
        this.jobExecutor = jobExecutor;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder("orderdesk.clock.skew", this, TimeUnit.NANOSECONDS, ClockCheck::aheadInNanoseconds)
                .description("How far the node's clock is ahead of the database's")
                .register(registry);
        Gauge.builder("orderdesk.jobs.running", this, check -> check.runsJobs() ? 1 : 0)
                .description("1 while this node runs jobs")
                .register(registry);
    }

    /** Right after the engine's job executor has started, which the application's readiness follows. */
    @EventListener
    void atStart(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            check();
        }
    }

    @Scheduled(
            initialDelayString = "${orderdesk.operations.clock.round}",
            fixedDelayString = "${orderdesk.operations.clock.round}")
    synchronized void check() {
        skew = compare().orElse(null);
        if (skew != null) {
            tell(skew);
            jobExecutor.ifAvailable(jobs -> stopOrStart(jobs, skew));
        }
    }

    /** As of the last look; empty while the database does not answer. */
    Optional<Skew> skew() {
        return Optional.ofNullable(skew);
    }

    boolean agrees() {
        return skew().filter(seen -> seen.exceeds(limits.alarm())).isEmpty();
    }

    /** Whether jobs stand still on this node because of its clock. */
    boolean hasStoppedJobs() {
        return stoppedJobs;
    }

    boolean runsJobs() {
        return Optional.ofNullable(jobExecutor.getIfAvailable())
                .map(JobExecutor::isActive)
                .orElse(false);
    }

    private Optional<Skew> compare() {
        try {
            return Optional.of(clocks.compare());
        } catch (DataAccessException gone) {
            LOG.debug("The database does not tell the time", gone);
            return Optional.empty();
        }
    }

    private void tell(Skew seen) {
        if (seen.exceeds(limits.alarm())) {
            LOG.warn(
                    "Clock of this node is ahead of the database's by {} (give or take {})",
                    seen.ahead(),
                    seen.doubt());
        }
    }

    private void stopOrStart(JobExecutor jobs, Skew seen) {
        if (seen.exceeds(limits.limit()) && jobs.isActive()) {
            LOG.error("Clock of this node is wrong by more than {}: it runs no more jobs", limits.limit());
            jobs.shutdown();
            stoppedJobs = true;
        } else if (stoppedJobs && seen.keepsWithin(limits.limit())) {
            LOG.warn("Clock of this node is right again: it runs jobs");
            stoppedJobs = false;
            jobs.start();
        }
    }

    private double aheadInNanoseconds() {
        return skew().map(Skew::ahead)
                .map(Duration::toNanos)
                .map(Long::doubleValue)
                .orElse(Double.NaN);
    }
}

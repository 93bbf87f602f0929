package be.belnet.orderdesk.operations;

import static be.belnet.orderdesk.operations.Readings.gauge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** Signals of jobs, and of steps that wait for a person because they have failed. */
@Component
class EngineSignals implements MeterBinder {
    /** Tasks that a failed step leads to. */
    static final List<String> FAILED_STEP_TASKS = List.of(
            "userTask_decideOnFailedStep",
            "userTask_decideOnLicence",
            "userTask_decideOnAppliance",
            "userTask_decideOnConfiguration",
            "userTask_undoByHand");

    private static final int PAGE = 500;

    private final ManagementService management;
    private final RuntimeService runtime;
    private final Reading<JobCounts> jobs;
    private final Reading<Long> failedSteps;

    EngineSignals(ManagementService management, RuntimeService runtime, TaskService tasks, Readings readings) {
        this.management = management;
        this.runtime = runtime;
        this.jobs = readings.of(this::jobs);
        this.failedSteps = readings.of(() -> tasks.createTaskQuery()
                .taskDefinitionKeyIn(FAILED_STEP_TASKS.toArray(String[]::new))
                .count());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        job(registry, "orderdesk.incidents", "Incidents that are open", JobCounts::incidents);
        job(registry, "orderdesk.jobs.failed", "Jobs without retries", JobCounts::failed);
        job(registry, "orderdesk.jobs.due", "Jobs that are due, running ones included", JobCounts::due);
        job(registry, "orderdesk.jobs.locks.expired", "Jobs whose lock has expired", JobCounts::expiredLocks);
        job(
                registry,
                "orderdesk.jobs.oldest.due.seconds",
                "How long the oldest due job has been due",
                counts -> counts.oldestDue().toSeconds());
        gauge(
                registry,
                "orderdesk.failed.steps",
                Tags.empty(),
                "Failed steps that wait for a person",
                failedSteps,
                Long::doubleValue);
    }

    private void job(MeterRegistry registry, String name, String meaning, ToDoubleFunction<JobCounts> number) {
        gauge(registry, name, Tags.empty(), meaning, jobs, number);
    }

    private JobCounts jobs() {
        Instant now = ClockUtil.getCurrentTime().toInstant();
        var due = management.createJobQuery().executable().active();
        return JobCounts.of(
                runtime.createIncidentQuery().count(),
                management.createJobQuery().noRetriesLeft().count(),
                due.count(),
                due.listPage(0, PAGE),
                now);
    }
}

package be.belnet.orderdesk.operations;

import static be.belnet.orderdesk.operations.Readings.gauge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.CleanableHistoricProcessInstanceReportResult;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.Metrics;
import org.springframework.stereotype.Component;

/** Signals of the nightly removal of old processes from the engine. The engine writes its figures down every 15 minutes. */
@Component
class CleanUpSignals implements MeterBinder {
    private static final Duration KEEP = Duration.ofMinutes(10);
    private static final Map<String, String> KINDS = Map.of(
            "process", Metrics.HISTORY_CLEANUP_REMOVED_PROCESS_INSTANCES,
            "decision", Metrics.HISTORY_CLEANUP_REMOVED_DECISION_INSTANCES,
            "batch", Metrics.HISTORY_CLEANUP_REMOVED_BATCH_OPERATIONS,
            "taskMetric", Metrics.HISTORY_CLEANUP_REMOVED_TASK_METRICS);

    private final ManagementService management;
    private final HistoryService history;
    private final Reading<Map<String, Long>> removed;
    private final Reading<Long> waiting;

    CleanUpSignals(ManagementService management, HistoryService history, Readings readings) {
        this.management = management;
        this.history = history;
        this.removed = readings.of(this::removed, KEEP);
        this.waiting = readings.of(this::waiting, KEEP);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        KINDS.keySet()
                .forEach(kind -> gauge(
                        registry,
                        "orderdesk.cleanup.removed",
                        Tags.of("kind", kind),
                        "Old entries removed from the engine in the last 24 hours",
                        removed,
                        counts -> counts.get(kind)));
        gauge(
                registry,
                "orderdesk.cleanup.waiting",
                Tags.empty(),
                "Finished processes that are old enough to be removed",
                waiting,
                Long::doubleValue);
    }

    private Map<String, Long> removed() {
        Date since = Date.from(ClockUtil.getCurrentTime().toInstant().minus(Duration.ofDays(1)));
        return KINDS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, kind -> management
                .createMetricsQuery()
                .name(kind.getValue())
                .startDate(since)
                .sum()));
    }

    private long waiting() {
        return history.createCleanableHistoricProcessInstanceReport().compact().list().stream()
                .mapToLong(CleanableHistoricProcessInstanceReportResult::getCleanableProcessInstanceCount)
                .sum();
    }
}

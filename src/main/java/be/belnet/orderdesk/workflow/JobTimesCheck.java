package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.partner.LongestJob;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Keeps Orderdesk from starting on times that contradict each other. */
@Component
@ConditionalOnProperty("orderdesk.effects.check-times")
class JobTimesCheck {
    private static final int USUAL_LOCK = 300_000;

    JobTimesCheck(
            List<LongestJob> jobs,
            EffectProperties effects,
            CamundaBpmProperties engine,
            @Value("${camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle}") String retryCycle,
            @Value("${orderdesk.own-transaction.pool-size}") int ownConnections) {
        var execution = engine.getJobExecution();
        var times = new JobTimes(
                Duration.ofMillis(
                        Optional.ofNullable(execution.getLockTimeInMillis()).orElse(USUAL_LOCK)),
                effects.lease(),
                JobTimes.firstOf(retryCycle),
                execution.getMaxPoolSize(),
                ownConnections);
        List<String> contradictions = times.contradictions(jobs);
        if (!contradictions.isEmpty()) {
            throw new IllegalStateException("Settings contradict each other: " + String.join("; ", contradictions));
        }
    }
}

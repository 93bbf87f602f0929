package be.belnet.orderdesk.campaign;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;

/** Notes when the node's rounds begin and end, by the machine's clock. */
class Rounds implements ObservationHandler<ScheduledTaskObservationContext> {
    private final Queue<Round> rounds = new ConcurrentLinkedQueue<>();

    /** @param watcher simple name of the class whose round it is */
    record Round(String watcher, Instant begin, Instant end) {
        Duration took() {
            return Duration.between(begin, end);
        }
    }

    List<Round> of(String watcher) {
        return rounds.stream().filter(round -> round.watcher().equals(watcher)).toList();
    }

    @Override
    public void onStart(ScheduledTaskObservationContext round) {
        round.put(Instant.class, Instant.now());
    }

    @Override
    public void onStop(ScheduledTaskObservationContext round) {
        String watcher = round.getTargetClass().getSimpleName().replaceFirst("\\$\\$.*", "");
        rounds.add(new Round(watcher, round.getRequired(Instant.class), Instant.now()));
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ScheduledTaskObservationContext;
    }
}

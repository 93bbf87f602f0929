package be.belnet.orderdesk.operations;

import static be.belnet.orderdesk.operations.Readings.gauge;

import be.belnet.orderdesk.privacy.DataRequests;
import be.belnet.orderdesk.privacy.Retention;
import be.belnet.orderdesk.privacy.Retention.Count;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** Signals of the nightly run over personal data, and of what people ask about theirs. */
@Component
class PrivacySignals implements MeterBinder {
    private final Set<String> classes;
    private final Reading<List<Count>> latest;
    private final Reading<DataRequests.Counts> requests;

    PrivacySignals(Retention retention, DataRequests requests, Readings readings) {
        this.classes = retention.periods().keySet();
        this.latest = readings.of(retention::lastCounts);
        this.requests = readings.of(requests::counts);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        classes.forEach(name -> {
            count(registry, name, "orderdesk.retention.expired", "Older than it may become", Count::expired);
            count(registry, name, "orderdesk.retention.discarded", "Discarded by the last run", Count::discarded);
            count(registry, name, "orderdesk.retention.failed", "Not discarded for a failure", Count::failed);
        });
        gauge(
                registry,
                "orderdesk.data.requests.open",
                Tags.empty(),
                "Data requests that nobody has answered",
                requests,
                DataRequests.Counts::open);
        gauge(
                registry,
                "orderdesk.data.requests.overdue",
                Tags.empty(),
                "Data requests that should have been answered by now",
                requests,
                DataRequests.Counts::overdue);
    }

    private void count(
            MeterRegistry registry, String name, String metric, String meaning, ToIntFunction<Count> number) {
        gauge(registry, metric, Tags.of("class", name), meaning, latest, counts -> counts.stream()
                .filter(count -> count.name().equals(name))
                .mapToInt(number)
                .sum());
    }
}

package be.belnet.orderdesk.operations;

import static be.belnet.orderdesk.operations.Readings.gauge;

import be.belnet.orderdesk.reconciliation.ReconciliationBoard;
import be.belnet.orderdesk.reconciliation.ReconciliationBoard.Counts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Signals of the nightly comparison with partners. */
@Component
class ReconciliationSignals implements MeterBinder {
    private final Reading<Counts> counts;

    ReconciliationSignals(ReconciliationBoard board, Readings readings) {
        this.counts = readings.of(board::counts);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "orderdesk.reconciliation.open",
                Tags.empty(),
                "Differences that nobody has decided on",
                counts,
                Counts::open);
        part(registry, "notCompared", Counts::notCompared);
        part(registry, "doubtful", Counts::doubtful);
        gauge(
                registry,
                "orderdesk.reconciliation.age.seconds",
                Tags.empty(),
                "Since the latest night that is over",
                counts,
                reading -> reading.age().toSeconds());
    }

    private void part(MeterRegistry registry, String state, ToDoubleFunction<Counts> number) {
        gauge(
                registry,
                "orderdesk.reconciliation.parts",
                Tags.of("state", state),
                "Listings of the latest night that tell nothing",
                counts,
                number);
    }
}

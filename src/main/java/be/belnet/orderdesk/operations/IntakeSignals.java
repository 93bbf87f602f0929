package be.belnet.orderdesk.operations;

import static be.belnet.orderdesk.operations.Readings.gauge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Signals of the mail box to which customers write. */
@Component
class IntakeSignals implements MeterBinder {
    private final Reading<IntakeCounts> counts;

    IntakeSignals(IntakeTables tables, Readings readings) {
        this.counts = readings.of(tables::count);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        List.of("waiting", "failing", "triage", "held").forEach(state -> mails(registry, state));
        gauge(
                registry,
                "orderdesk.intake.unread.seconds",
                Tags.empty(),
                "How long ago the mail box was last read",
                counts,
                seen -> seen.unread().toSeconds());
    }

    private void mails(MeterRegistry registry, String state) {
        gauge(
                registry,
                "orderdesk.intake.mails",
                Tags.of("state", state),
                "Mails taken from the box and not sorted yet",
                counts,
                seen -> seen.mails(state));
    }
}

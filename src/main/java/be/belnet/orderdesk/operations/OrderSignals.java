package be.belnet.orderdesk.operations;

import static be.belnet.orderdesk.operations.Readings.gauge;

import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Turn;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Signals of orders, of what partners did for them, and of mails. */
@Component
class OrderSignals implements MeterBinder {
    private final Reading<OrderCounts> counts;

    OrderSignals(OrderTables tables, Readings readings) {
        this.counts = readings.of(tables::count);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "orderdesk.mails.waiting",
                Tags.empty(),
                "Mails that the mail server has not taken yet",
                counts,
                OrderCounts::mailsWaiting);
        gauge(
                registry,
                "orderdesk.mails.oldest.waiting.seconds",
                Tags.empty(),
                "Age of the oldest mail that waits",
                counts,
                seen -> seen.oldestMail().toSeconds());
        gauge(
                registry,
                "orderdesk.effects.leases.old",
                Tags.empty(),
                "Attempts at a partner that began more than 10 minutes ago and never ended",
                counts,
                OrderCounts::oldLeases);
        OrderTables.OPEN_EFFECTS.forEach(state -> effects(registry, state));
        Stream.of(OrderState.values()).filter(state -> !state.isFinal()).forEach(state -> List.of(Turn.values())
                .forEach(turn -> orders(registry, state, turn)));
        Gauge.builder("orderdesk.database.up", counts, read -> read.value().isPresent() ? 1 : 0)
                .description("1 when the database answered in time, else 0")
                .register(registry);
    }

    private void effects(MeterRegistry registry, String state) {
        gauge(
                registry,
                "orderdesk.effects",
                Tags.of("state", state),
                "What partners are asked for and have not done yet",
                counts,
                seen -> seen.effects(state));
    }

    private void orders(MeterRegistry registry, OrderState state, Turn turn) {
        ToDoubleFunction<OrderCounts> number = seen -> seen.orders(state.code(), turn.code());
        gauge(
                registry,
                "orderdesk.orders.open",
                Tags.of("state", state.code(), "turn", turn.code()),
                "Orders that are not closed",
                counts,
                number);
    }
}

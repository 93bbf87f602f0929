package be.belnet.orderdesk.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** Makes readings, each with a thread for as long as it is taken, and gauges of them. */
@Component
class Readings {
    private final SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("signals-");
    private final OperationsProperties properties;

    Readings(OperationsProperties properties) {
        this.properties = properties;
        threads.setDaemon(true);
    }

    <T> Reading<T> of(Supplier<T> source) {
        return of(source, properties.keep());
    }

    <T> Reading<T> of(Supplier<T> source, Duration keep) {
        return new Reading<>(source, threads, keep, properties.patience());
    }

    /** A gauge that is not a number while the reading is absent. */
    static <T> void gauge(
            MeterRegistry registry,
            String name,
            Tags tags,
            String meaning,
            Reading<T> reading,
            ToDoubleFunction<T> number) {
        Gauge.builder(name, reading, one -> one.value()
                        .map(number::applyAsDouble)
                        .orElse(Double.NaN))
                .tags(tags)
                .description(meaning)
                .register(registry);
    }
}

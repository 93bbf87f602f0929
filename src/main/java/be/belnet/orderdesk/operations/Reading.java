package be.belnet.orderdesk.operations;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something read from the database for those who watch: taken on another thread, kept for a while, and absent instead
 * of late or failed.
 */
final class Reading<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final Supplier<T> source;
    private final Executor executor;
    private final Duration keep;
    private final Duration patience;
    private CompletableFuture<T> latest;
    private long begun;

    Reading(Supplier<T> source, Executor executor, Duration keep, Duration patience) {
        this.source = source;
        this.executor = executor;
        this.keep = keep;
        this.patience = patience;
    }

    /** Empty when the database does not answer in time; never throws. All callers of one reading wait once. */
    synchronized Optional<T> value() {
        if (latest == null || latest.isDone() && age().compareTo(keep) > 0) {
            begun = System.nanoTime();
            latest = CompletableFuture.supplyAsync(source, executor);
        }
        return await(patience.minus(age()));
    }

    private Optional<T> await(Duration left) {
        try {
            return Optional.ofNullable(latest.get(Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            LOG.debug("Not to be read", failed.getCause());
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}

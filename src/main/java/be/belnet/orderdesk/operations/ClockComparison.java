package be.belnet.orderdesk.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The node's clock beside the database's. */
@Component
public class ClockComparison {
    private static final int TRIES = 3;

    private final Clock node;
    private final LongSupplier stopwatch;
    private final Supplier<Instant> database;

    @Autowired
    public ClockComparison(Clock node, JdbcClient jdbc) {
        this(node, System::nanoTime, () -> jdbc.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single()
                .toInstant());
    }

    /** @param stopwatch nanoseconds since whenever */
    ClockComparison(Clock node, LongSupplier stopwatch, Supplier<Instant> database) {
        this.node = node;
        this.stopwatch = stopwatch;
        this.database = database;
    }

    /**
     * Of several questions that which was answered fastest; the database is taken to have looked at its clock half-way.
     *
     * @throws org.springframework.dao.DataAccessException when the database does not answer
     */
    public Skew compare() {
        return Stream.generate(this::ask)
                .limit(TRIES)
                .min(Comparator.comparing(Skew::doubt))
                .orElseThrow();
    }

    private Skew ask() {
        Instant asked = node.instant();
        long begun = stopwatch.getAsLong();
        Instant there = database.get();
        Duration half = Duration.ofNanos(stopwatch.getAsLong() - begun).dividedBy(2);
        return new Skew(Duration.between(there, asked.plus(half)), half);
    }
}

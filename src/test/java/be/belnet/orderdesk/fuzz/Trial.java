package be.belnet.orderdesk.fuzz;

import java.time.Duration;

/** Counts inputs of one parser, and how it takes them. */
final class Trial {
    /** Longer for one input is a hang. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private final Parser parser;
    private long inputs;
    private long refused;
    private long took;
    private long slowest;
    private int failures;

    Trial(Parser parser) {
        this.parser = parser;
    }

    /** @throws AssertionError when the parser failed, or took too long */
    void of(byte[] input) {
        long begun = System.nanoTime();
        long passed = 0;
        inputs++;
        try {
            if (!parser.takes(input)) {
                refused++;
            }
        } catch (AssertionError failed) {
            failures++;
            throw failed;
        } finally {
            passed = System.nanoTime() - begun;
            took += passed;
            slowest = Math.max(slowest, passed);
        }
        if (passed > LONGEST.toNanos()) {
            failures++;
            throw new AssertionError(parser + " took " + Duration.ofNanos(passed));
        }
    }

    Figures figures() {
        return new Figures(parser.name(), inputs, Duration.ofNanos(took), refused, failures, Duration.ofNanos(slowest));
    }
}

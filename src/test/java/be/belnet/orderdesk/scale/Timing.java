package be.belnet.orderdesk.scale;

import java.util.Arrays;

/**
 * How long one address took to answer.
 *
 * @param p50 milliseconds of the middle answer
 * @param p95 milliseconds within which 19 of 20 came
 */
record Timing(String what, double p50, double p95) {
    private static final double MILLI = 1_000_000;

    static Timing of(String what, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Timing(what, sorted[sorted.length / 2] / MILLI, sorted[sorted.length * 95 / 100] / MILLI);
    }
}

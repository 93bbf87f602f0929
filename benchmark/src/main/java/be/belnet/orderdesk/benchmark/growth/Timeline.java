package be.belnet.orderdesk.benchmark.growth;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Simulated time, in seconds, and what happens in it. */
final class Timeline {
    private final PriorityQueue<Happening> ahead =
            new PriorityQueue<>(Comparator.comparingDouble(Happening::at).thenComparingLong(Happening::sequence));
    private double now;
    private long sequence;

    private record Happening(double at, long sequence, Runnable what) {}

    double now() {
        return now;
    }

    void in(double seconds, Runnable what) {
        ahead.add(new Happening(now + seconds, sequence++, what));
    }

    /** All that happens until then, or until nothing does any more. */
    void run(double end) {
        while (!ahead.isEmpty() && ahead.peek().at() <= end) {
            Happening next = ahead.poll();
            now = next.at();
            next.what().run();
        }
    }
}

package be.belnet.orderdesk.benchmark.growth;

import java.util.ArrayDeque;
import java.util.Queue;

/** Some processors, which do what comes in the sequence in which it comes. */
final class Machine {
    private final Timeline timeline;
    private final int processors;
    private final Queue<Piece> waiting = new ArrayDeque<>();
    private int busy;
    private double worked;

    private record Piece(double seconds, Runnable then) {}

    Machine(Timeline timeline, int processors) {
        this.timeline = timeline;
        this.processors = processors;
    }

    void work(double seconds, Runnable then) {
        if (busy < processors) {
            begin(new Piece(seconds, then));
        } else {
            waiting.add(new Piece(seconds, then));
        }
    }

    /** Which share of its processors' time it has worked so far. */
    double load() {
        return worked / (timeline.now() * processors);
    }

    private void begin(Piece piece) {
        busy++;
        worked += piece.seconds();
        timeline.in(piece.seconds(), () -> end(piece));
    }

    private void end(Piece piece) {
        busy--;
        Piece next = waiting.poll();
        if (next != null) {
            begin(next);
        }
        piece.then().run();
    }
}

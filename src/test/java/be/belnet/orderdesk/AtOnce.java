package be.belnet.orderdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What several nodes do at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** Failures of those that could not, in no order. */
    public static List<Throwable> run(int nodes, Runnable act) throws InterruptedException {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(nodes);
        List<Future<?>> running = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            running.add(pool.submit(() -> {
                start.await();
                act.run();
                return null;
            }));
        }
        start.countDown();
        List<Throwable> failures = new ArrayList<>();
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                failures.add(failed.getCause());
            }
        }
        pool.shutdown();
        return failures;
    }
}

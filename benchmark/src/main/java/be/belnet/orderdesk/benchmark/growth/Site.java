package be.belnet.orderdesk.benchmark.growth;

import java.util.Random;

/** Where people and processes are at work. How long a piece of work takes and when the next person comes is chance: exponential. */
final class Site {
    private final Timeline timeline = new Timeline();
    private final double commit;
    private final Random random;

    /** @param commit seconds that each transaction waits besides */
    Site(double commit, long seed) {
        this.commit = commit;
        this.random = new Random(seed);
    }

    Machine machine(int processors) {
        return new Machine(timeline, processors);
    }

    /** Transactions one after the other, each in the node first and then in its database. */
    void go(Work work, Machine node, Machine database, Runnable then) {
        transaction(work, work.transactions(), node, database, then);
    }

    /** Something that happens so many times a second, each time by chance. */
    void often(double perSecond, Runnable what) {
        timeline.in(chance(1 / perSecond), () -> {
            what.run();
            often(perSecond, what);
        });
    }

    void run(double seconds) {
        timeline.run(seconds);
    }

    double now() {
        return timeline.now();
    }

    private void transaction(Work work, int left, Machine node, Machine database, Runnable then) {
        if (left == 0) {
            then.run();
            return;
        }
        Runnable rest = () -> transaction(work, left - 1, node, database, then);
        node.work(
                chance(work.cpu() / work.transactions()),
                () -> database.work(chance(work.databaseCpu() / work.transactions()), () -> timeline.in(commit, rest)));
    }

    private double chance(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }
}

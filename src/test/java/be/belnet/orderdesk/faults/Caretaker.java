package be.belnet.orderdesk.faults;

import java.util.concurrent.TimeUnit;

/** Starts a node again as soon as it has died. */
final class Caretaker implements AutoCloseable {
    private final Site site;
    private final Thread rounds = new Thread(this::watch, "caretaker");
    private volatile boolean watching = true;
    private volatile int starts;

    Caretaker(Site site) {
        this.site = site;
        rounds.setDaemon(true);
        rounds.start();
    }

    /** How often a node was found dead. */
    int starts() {
        return starts;
    }

    private void watch() {
        while (watching) {
            site.nodes().stream().filter(node -> !node.isAlive()).forEach(this::start);
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void start(Node node) {
        starts++;
        node.start();
    }

    @Override
    public void close() {
        watching = false;
        try {
            rounds.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.partner.PartnerBusyException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one call to FortiFlex through at a time, as one API user may make. It counts for this process alone: where several
 * share one API user, the wait has to be for a row of their common database instead, and this is the only place to change.
 */
class FortiFlexGate {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Duration patience;

    FortiFlexGate(Duration patience) {
        this.patience = patience;
    }

    /** Throws {@link PartnerBusyException} when other calls take longer than we are ready to wait. */
    <T> T pass(Supplier<T> call) {
        if (!entered()) {
            throw new PartnerBusyException(FortiFlex.NAME, patience, "other calls of ours are under way");
        }
        try {
            return call.get();
        } finally {
            lock.unlock();
        }
    }

    private boolean entered() {
        try {
            return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

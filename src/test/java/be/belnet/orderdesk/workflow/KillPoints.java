package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.database.OwnTransaction;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Halts this node where the table {@code faults.kill_point} says so: once for each row, or each time again for an order
 * that is poison.
 */
class KillPoints {
    private static final int KILLED = 137;

    private final OwnTransaction ownTransaction;
    private final HeldCalls heldCalls;

    KillPoints(OwnTransaction ownTransaction, HeldCalls heldCalls) {
        this.ownTransaction = ownTransaction;
        this.heldCalls = heldCalls;
    }

    /** @param key of the effect */
    void reached(KillPoint place, String key) {
        if (take(place, key)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** For the places that lie at the partner: it holds the call that comes next, and this node dies meanwhile. */
    void calling(String key) {
        Stream.of(KillPoint.values())
                .filter(KillPoint::isDuringCall)
                .filter(place -> places(key).contains(place.name()))
                .forEach(place -> heldCalls.hold(place, key, () -> reached(place, key)));
    }

    /** The end of the step that runs now; where none does, it is here. */
    void committing(String key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            reached(KillPoint.AFTER_COMMIT, key);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                reached(KillPoint.AFTER_COMMIT, key);
            }
        });
    }

    private boolean take(KillPoint place, String key) {
        return ownTransaction.run(jdbc -> jdbc.sql("update faults.kill_point set reached = reached + 1"
                                + " where effect_key = ? and place = ? and (poison or reached = 0)")
                        .params(key, place.name())
                        .update())
                > 0;
    }

    private List<String> places(String key) {
        return ownTransaction.run(
                jdbc -> jdbc.sql("select place from faults.kill_point where effect_key = ? and reached = 0")
                        .param(key)
                        .query(String.class)
                        .list());
    }
}

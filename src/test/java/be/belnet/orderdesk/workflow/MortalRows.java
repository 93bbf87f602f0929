package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.database.OwnTransaction;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The effect rows, with a node that may die before and after each of them is written. */
class MortalRows extends EffectRows {
    private final KillPoints killPoints;

    MortalRows(OwnTransaction ownTransaction, JdbcClient formTransaction, KillPoints killPoints) {
        super(ownTransaction, formTransaction);
        this.killPoints = killPoints;
    }

    /** The first attempt passes three places at once, for intent and lease are one commit. */
    @Override
    boolean begin(Intent intent, String owner, Instant now, Instant until) {
        killPoints.reached(KillPoint.BEFORE_INTENT, intent.key());
        boolean begun = super.begin(intent, owner, now, until);
        if (begun) {
            killPoints.reached(KillPoint.AFTER_INTENT, intent.key());
            killPoints.reached(KillPoint.AFTER_LEASE, intent.key());
        }
        return begun;
    }

    @Override
    void intend(Intent intent, Instant now) {
        super.intend(intent, now);
        killPoints.reached(KillPoint.AFTER_INTENT, intent.key());
    }

    @Override
    boolean lease(String key, String owner, Instant now, Instant until) {
        boolean leased = super.lease(key, owner, now, until);
        if (leased) {
            killPoints.reached(KillPoint.AFTER_LEASE, key);
        }
        return leased;
    }

    @Override
    boolean done(String key, String owner, String objectId) {
        killPoints.reached(KillPoint.BEFORE_DONE, key);
        boolean done = super.done(key, owner, objectId);
        killPoints.reached(KillPoint.AFTER_DONE, key);
        return done;
    }

    /** The places of undoing are named by the order alone, for it undoes one effect after the other. */
    @Override
    void undone(String key, String objectId) {
        String undoing = key.split("/")[0] + "/undo";
        killPoints.reached(KillPoint.BEFORE_DONE, undoing);
        super.undone(key, objectId);
        killPoints.reached(KillPoint.AFTER_DONE, undoing);
    }
}

package be.belnet.orderdesk.workflow;

/** Where a node of the fault suite dies, in the order in which an effect passes these places. */
public enum KillPoint {
    BEFORE_INTENT,
    AFTER_INTENT,
    AFTER_LEASE,
    /** The partner has the call and has done nothing yet. */
    BEFORE_EFFECT,
    /** The partner has done it and has not answered yet. */
    AFTER_EFFECT,
    /** The partner's answer is here and not written down yet. */
    BEFORE_DONE,
    /** It is written down, and the step is not committed yet. */
    AFTER_DONE,
    AFTER_COMMIT;

    public boolean isDuringCall() {
        return this == BEFORE_EFFECT || this == AFTER_EFFECT;
    }
}

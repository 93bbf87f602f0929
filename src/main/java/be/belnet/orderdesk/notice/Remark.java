package be.belnet.orderdesk.notice;

/** Why a notice is judged as it is; pages say it in words. */
public enum Remark {
    /** DCS knows no trial. */
    NO_TRIAL(false),
    /** A contract cannot be ended before it has begun. */
    BEFORE_CONTRACT(false),
    /** The trial was over: what counts from then on is the contract. */
    AFTER_TRIAL(false),
    /** A contract is ended by registered letter: what came is kept as an intention. */
    REGISTERED_LETTER_NEEDED(false),
    /** Whether it counts as a registered letter is for a manager to say. */
    EVIDENCE_NEEDED(false),
    /** It came in the first year, and counts from the day after it. */
    FIRST_YEAR(true),
    /** The trial ends while the notice runs; it stays notice of a trial. */
    BEYOND_TRIAL(true),
    /** The service ends later than was wished for. */
    LATER_THAN_WISHED(true),
    /** A trial was to end after its last day, and that of the notice: only a manager grants that. */
    WISHED_AFTER_TRIAL(true),
    /** A contract ends on 1 January only. */
    NOT_WITHIN_A_YEAR(true),
    /** By another reading the service ends on another day. */
    READINGS_DIFFER(true);

    private final boolean valid;

    Remark(boolean valid) {
        this.valid = valid;
    }

    /** Whether the notice counts all the same. */
    public boolean valid() {
        return valid;
    }
}

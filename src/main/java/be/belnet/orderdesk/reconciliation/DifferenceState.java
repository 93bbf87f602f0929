package be.belnet.orderdesk.reconciliation;

import java.util.Arrays;

/** Where a difference stands. */
public enum DifferenceState {
    /** Found, and before nobody yet. */
    REPORTED("reported"),
    /** In a task, to be decided on. */
    OPEN("open"),
    /** Decided, and about to be done. */
    ACTING("acting"),
    /** Done by Orderdesk. */
    SETTLED("settled"),
    /** A person has seen to it, or accepts it as it is. */
    BY_HAND("byHand"),
    /** Put off to a day. */
    LEFT("left"),
    /** Seen no more, before anything was done. */
    GONE("gone"),
    /** From a listing that is not to be trusted; nothing is proposed. */
    DOUBTFUL("doubtful");

    private final String code;

    DifferenceState(String code) {
        this.code = code;
    }

    /** As the database, texts and the API write it. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no state has this code */
    public static DifferenceState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state of a difference: " + code));
    }
}

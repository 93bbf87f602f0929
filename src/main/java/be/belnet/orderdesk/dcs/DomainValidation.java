package be.belnet.orderdesk.dcs;

import java.time.LocalDate;

/**
 * How a domain stands at a CA. A wildcard has no validation of its own: it follows its domain, sometimes a while later.
 *
 * @param validUntil last day on which the validation counts; null before the first one
 */
public record DomainValidation(Domain domain, State state, Progress progress, LocalDate validUntil) {
    public enum State {
        NOT_VALIDATED,
        VALIDATED,
        EXPIRED,
        /** In words of the CA that we do not know: neither good nor over. */
        OTHER
    }

    /** Of the validation that is under way, perhaps while an earlier one still counts. */
    public enum Progress {
        NONE,
        STARTED,
        SUBMITTED,
        /** The CA has given up; it can be started anew. */
        REJECTED,
        /** The CA does not tell, or in words that we do not know. */
        OTHER
    }

    public boolean isValidated() {
        return state == State.VALIDATED;
    }
}

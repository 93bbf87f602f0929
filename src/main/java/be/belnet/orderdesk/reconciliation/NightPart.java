package be.belnet.orderdesk.reconciliation;

import java.time.Instant;
import java.util.Arrays;

/**
 * What came of one listing in one night.
 *
 * @param ours null unless it was compared, as the two after it
 * @param words why it was not compared, in the partner's words; null where it was
 */
public record NightPart(
        String number,
        String part,
        String partner,
        State state,
        Integer ours,
        Integer listed,
        Integer differences,
        String words,
        Instant askedAt) {

    /** How far it is. */
    public enum State {
        /** The partner did not answer, and is asked again. */
        WAITING("waiting"),
        COMPARED("compared"),
        /** Compared, and not to be trusted. */
        DOUBTFUL("doubtful"),
        /** Nothing is known of this part for this night. */
        NOT_COMPARED("notCompared");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** As the database, texts and the API write it. */
        public String code() {
            return code;
        }

        static State of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code.equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    boolean isSettled() {
        return state != State.WAITING;
    }
}

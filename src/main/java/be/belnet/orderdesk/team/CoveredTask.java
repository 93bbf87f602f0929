package be.belnet.orderdesk.team;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * A task that somebody does, or did, in the place of one who is away.
 *
 * @param order number of the order, or of what else the task is about
 * @param activity element id in the model
 * @param absent user id
 * @param substitute user id of who has it, or had it last
 * @param settledAt null while it is open
 */
public record CoveredTask(
        long id,
        long absence,
        String task,
        String order,
        String activity,
        String absent,
        String substitute,
        Instant since,
        State state,
        Instant settledAt) {

    /** What became of it. */
    public enum State {
        OPEN,
        FINISHED,
        /** It went back when the person did. */
        RETURNED,
        /** The substitute had begun it and goes on. */
        KEPT,
        /** Somebody gave it to another, or back to the group. */
        MOVED,
        /** The order went on without it. */
        GONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

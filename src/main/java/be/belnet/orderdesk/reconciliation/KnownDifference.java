package be.belnet.orderdesk.reconciliation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A difference as it stands in our rows.
 *
 * @param askedAt when the partner said so last
 * @param firstSeen number of the night that found it
 * @param task number of the night whose task it is or was in; null for none
 * @param reason of the decision; null before it and where none was needed
 * @param words what the partner answered when the act was refused; null otherwise
 * @param againOn when it is put before people again; null unless it was left until then
 */
public record KnownDifference(
        long id,
        String part,
        Difference difference,
        DifferenceState state,
        boolean live,
        Instant askedAt,
        String firstSeen,
        String lastSeen,
        String task,
        String reason,
        String words,
        String decidedBy,
        Instant decidedAt,
        LocalDate againOn) {

    boolean isSame(Difference other) {
        return difference.kind() == other.kind() && difference.subject().equals(other.subject());
    }

    /** Whether it is to be put before people again, now that it was seen once more. */
    boolean comesAgain(Difference seen, Instant askedAt, LocalDate today) {
        return switch (state) {
            case SETTLED -> askedAt.isAfter(decidedAt);
            case LEFT -> !againOn.isAfter(today);
            case BY_HAND ->
                !java.util.Objects.equals(difference.ours(), seen.ours())
                        || !java.util.Objects.equals(difference.theirs(), seen.theirs());
            default -> false;
        };
    }
}

package be.belnet.orderdesk.workflow;

import java.util.Optional;

/** How the effect of one step is taken back when its order is left. */
public interface UndoableStep {
    /** Name of the step, as given to {@link Effects#once}, without its part. */
    String step();

    /** The effect as the partner has it now, when our row does not know. */
    Optional<String> find(Effect effect);

    /** Kind of the event that tells of it; empty where it goes without saying. */
    default Optional<String> event() {
        return Optional.of("effectUndone");
    }

    /** What people read beforehand: the words stand under {@code leaving.<key>}; empty where it goes without saying. */
    default Optional<String> consequence() {
        return Optional.empty();
    }

    /** Whether it can be taken back at all. */
    default boolean isTakenBack() {
        return true;
    }

    /** Whether what a person makes in its place is found by trying again, and only so is known to be the order's. */
    default boolean isFoundByItsMark() {
        return false;
    }

    /** Takes it back. Safe to repeat: what is gone already is no failure. */
    void undo(Effect effect, String objectId);

    /** Takes back what attempts left beside it, or before they came to it. Safe to repeat. */
    default void clear(Effect effect) {}
}

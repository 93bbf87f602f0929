package be.belnet.orderdesk.workflow;

import java.util.Optional;

/** How the effect of one step is taken back when its order is left. */
public interface UndoableStep {
    /** Name of the step, as given to {@link Effects#once}. */
    String step();

    /** The effect as the partner has it now, when our row does not know. */
    Optional<String> find(String orderNumber);

    /** Kind of the event that tells of it; empty where it goes without saying. */
    default Optional<String> event() {
        return Optional.of("effectUndone");
    }

    /** Takes it back. Safe to repeat: what is gone already is no failure. */
    void undo(String orderNumber, String objectId);
}

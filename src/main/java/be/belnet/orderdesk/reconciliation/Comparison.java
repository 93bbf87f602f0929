package be.belnet.orderdesk.reconciliation;

import java.util.Optional;

/**
 * One part of the reconciliation: a partner's listing beside our rows. Services implement it for what they have at partners.
 * What asks the partner may throw the exceptions of {@code be.belnet.orderdesk.partner}.
 */
public interface Comparison {
    /** Its code, such as fortiflex; also the name of the system that is asked, for texts. */
    String part();

    /** The partner as staff know it, under which it is paused. */
    String partner();

    /** Whether anything of ours is there, or may be. */
    boolean isUsed();

    /**
     * Reads the listing as a whole and compares. Called outside transactions, since listings take long; a listing that is
     * not complete throws.
     */
    Compared compare();

    /** Whether what was decided on still makes sense by our own rows. */
    boolean holds(Difference difference);

    /** The partner's id of what the act of the difference would bring about, where it is so already. */
    Optional<String> find(Difference difference);

    /** Does what the difference proposes. Safe to repeat. The partner's id of it. */
    String act(Difference difference);

    /** Writes down what was done, in the caller's transaction. */
    default void keep(Difference difference, String objectId) {}
}

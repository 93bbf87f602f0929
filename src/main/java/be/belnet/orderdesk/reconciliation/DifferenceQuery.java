package be.belnet.orderdesk.reconciliation;

/**
 * Which differences are looked for; null where anything will do.
 *
 * @param state null for those that are still seen
 * @param words a part of an acronym or of what the difference is about
 * @param page from 0
 */
public record DifferenceQuery(DifferenceState state, String part, DifferenceKind kind, String words, int page) {
    public static final int PAGE_SIZE = 50;
}

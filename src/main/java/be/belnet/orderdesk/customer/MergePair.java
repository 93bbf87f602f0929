package be.belnet.orderdesk.customer;

import java.util.List;

/**
 * Two customers of which one remains.
 *
 * @param from the one that goes
 * @param into the one that remains
 * @param fromAcronyms all that the one that goes has or had
 * @param intoAcronyms all that the one that remains has or had
 */
public record MergePair(Organisation from, Organisation into, List<String> fromAcronyms, List<String> intoAcronyms) {}

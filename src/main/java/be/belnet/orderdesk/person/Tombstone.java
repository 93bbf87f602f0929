package be.belnet.orderdesk.person;

import java.util.UUID;

/**
 * What stands where somebody's data stood: it says nothing of the person, and the same of all that was theirs.
 *
 * @param id random
 * @param year of the erasure, kept for statistics
 */
public record Tombstone(String id, int year) {
    /** Stands within texts; never longer than what it takes the place of. */
    public static final String GONE = "***";

    private static final String NOWHERE = "@erased.invalid";

    public static Tombstone of(int year) {
        return new Tombstone(UUID.randomUUID().toString().substring(0, 13), year);
    }

    public String name() {
        return "erased-%d-%s".formatted(year, id);
    }

    /** An address that no mail reaches (RFC 2606). */
    public String email() {
        return name() + NOWHERE;
    }

    /** Whether a mail address was erased. */
    public static boolean isErased(String email) {
        return email.endsWith(NOWHERE);
    }
}

package be.belnet.sandbox.sectigo;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * How a domain stands, by its own validation or by that of a domain above it.
 *
 * @param method null before the first validation, as are the dates
 */
record Validation(String status, Method method, Instant validatedAt, Instant expiresAt) {

    static final String NOT_VALIDATED = "NOT_VALIDATED";
    static final String VALIDATED = "VALIDATED";
    static final String EXPIRED = "EXPIRED";

    static final String NOT_INITIATED = "NOT_INITIATED";
    static final String AWAITING = "AWAITING_SUBMITTAL";
    static final String SUBMITTED = "SUBMITTED";
    static final String REJECTED = "REJECTED";

    /** Constants as the tables of the interface's description word them. */
    private static final Map<String, String> LABELS = Map.of(
            NOT_VALIDATED, "Not validated",
            VALIDATED, "Validated",
            EXPIRED, "Expired",
            NOT_INITIATED, "Not initiated",
            AWAITING, "Awaiting submission",
            SUBMITTED, "Submitted",
            REJECTED, "Rejected");

    static Validation none() {
        return new Validation(NOT_VALIDATED, null, null, null);
    }

    static Validation own(DomainEntry entry, Instant now) {
        if (entry.validatedAt() == null) {
            return none();
        }
        var status = entry.expiresAt().isAfter(now) ? VALIDATED : EXPIRED;
        return new Validation(status, Method.valueOf(entry.method()), entry.validatedAt(), entry.expiresAt());
    }

    boolean valid() {
        return status.equals(VALIDATED);
    }

    static String label(String constant) {
        return LABELS.get(constant);
    }

    /** Whether a filter means this constant, in whichever spelling. */
    static boolean means(String filter, String constant) {
        var plain = filter.toUpperCase(Locale.ROOT).replace(' ', '_');
        return plain.equals(constant)
                || plain.equals(label(constant).toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}

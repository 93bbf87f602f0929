package be.belnet.sandbox.sectigo;

import java.time.Instant;

/**
 * A row of {@code sectigo_domain}: a domain or, with {@code *.} before it, the names below one.
 *
 * @param monitoring JSON object, may be null
 * @param validatedAt of its own validation; null before the first
 * @param method that its own validation went by
 * @param orderStatus of the validation that is under way, as a constant
 * @param emailConfirmed whether the mail of the order was answered
 */
record DomainEntry(
        int id,
        String name,
        String description,
        boolean active,
        String monitoring,
        Instant createdAt,
        Instant validatedAt,
        Instant expiresAt,
        String method,
        String orderStatus,
        String orderMethod,
        String orderBackendId,
        String email,
        String emailReference,
        boolean emailConfirmed,
        Instant submittedAt,
        Instant lastCheck,
        Instant nextCheck) {

    static final Rows<DomainEntry> ROWS = Rows.of(DomainEntry.class);

    static final String WILDCARD = "*.";

    boolean wildcard() {
        return name.startsWith(WILDCARD);
    }

    /** The domain itself: control is never shown of the names below it alone. */
    String domain() {
        return wildcard() ? name.substring(WILDCARD.length()) : name;
    }

    /** Another one like it. */
    DomainEntry twin() {
        return new DomainEntry(
                id + 1_000_000,
                name,
                description,
                active,
                monitoring,
                createdAt,
                validatedAt,
                expiresAt,
                method,
                orderStatus,
                orderMethod,
                orderBackendId,
                email,
                emailReference,
                emailConfirmed,
                submittedAt,
                lastCheck,
                nextCheck);
    }
}

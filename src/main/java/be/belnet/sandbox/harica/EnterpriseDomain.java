package be.belnet.sandbox.harica;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code harica_domain}, called an organisation in the API.
 *
 * @param token what the domain is to publish; null while nobody has asked
 * @param validUntil null before the first validation
 */
record EnterpriseDomain(
        String id,
        String enterpriseId,
        String name,
        Instant createdAt,
        String token,
        Instant nextCheck,
        Instant validUntil) {

    /** Another one like it, of an enterprise that nobody made. */
    EnterpriseDomain twin() {
        return new EnterpriseDomain(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                name,
                createdAt,
                token,
                nextCheck,
                validUntil);
    }
}

package be.belnet.sandbox.harica;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code harica_enterprise}.
 *
 * @param checkedAt null until its basic check is done: until then its domains cannot be validated
 * @param validatedAt null until the organisation is validated
 */
record Enterprise(
        String id,
        String alias,
        String legalName,
        String enterpriseNumber,
        String country,
        String locality,
        Instant createdAt,
        Instant checkedAt,
        Instant validatedAt) {

    /** Another one like it. */
    Enterprise twin() {
        var other = UUID.randomUUID().toString();
        return new Enterprise(
                other, alias, legalName, enterpriseNumber, country, locality, createdAt, checkedAt, validatedAt);
    }
}

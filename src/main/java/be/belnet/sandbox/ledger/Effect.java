package be.belnet.sandbox.ledger;

import java.time.Instant;

/**
 * One thing that now exists, changed or ended at a partner.
 *
 * @param kind what happened, for example {@code licence created}
 * @param reference what the caller named its errand by; may be absent
 * @param objectId the partner's own name of the thing: serial number, server id
 */
public record Effect(long id, Instant at, String partner, String kind, String reference, String objectId) {}

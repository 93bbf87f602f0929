package be.belnet.sandbox.ledger;

import java.time.Instant;

/**
 * One call to a partner.
 *
 * @param call method and path below the partner's root, for example {@code POST configs/create}
 * @param reference what the caller named its errand by (our order number); may be absent
 * @param status of the answer as its caller saw it; 0 where none came
 * @param fault which one hit the call, by its code; mostly absent
 */
public record Call(long id, Instant at, String partner, String call, String reference, int status, String fault) {}

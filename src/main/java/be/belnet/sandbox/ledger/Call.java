package be.belnet.sandbox.ledger;

import java.time.Instant;

/**
 * One call that a partner answered.
 *
 * @param call method and path below the partner's root, for example {@code POST configs/create}
 * @param reference what the caller named its errand by (our order number); may be absent
 * @param status HTTP status of the answer, 0 where the protocol has none
 */
public record Call(long id, Instant at, String partner, String call, String reference, int status) {}

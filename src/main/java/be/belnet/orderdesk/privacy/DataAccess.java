package be.belnet.orderdesk.privacy;

import java.time.Instant;

/**
 * What somebody did with a person's data for a request.
 *
 * @param act exported, rectified or erased
 * @param rows how many were changed; 0 for an export
 */
public record DataAccess(String act, String actor, Instant at, int rows) {}

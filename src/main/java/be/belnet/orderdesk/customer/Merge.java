package be.belnet.orderdesk.customer;

import java.time.Instant;
import java.util.Set;

/**
 * One customer becomes part of another.
 *
 * @param from acronym of the one that goes
 * @param fromName its legal name, which the register forgets
 * @param into acronym of the one that remains, as it was then
 * @param accepted {@link MergeFinding#code codes} of what both have, and who proposed it wants to be both the remaining one's
 * @param decidedBy null until somebody did
 * @param decisionReason null unless it was rejected
 */
public record Merge(
        long id,
        String from,
        String fromName,
        String into,
        MergeState state,
        Set<String> accepted,
        String reason,
        String proposedBy,
        Instant proposedAt,
        String decidedBy,
        Instant decidedAt,
        String decisionReason) {}

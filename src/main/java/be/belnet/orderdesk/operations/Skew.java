package be.belnet.orderdesk.operations;

import java.time.Duration;

/**
 * How far the node's clock is from the database's.
 *
 * @param ahead negative when the node is behind
 * @param doubt by how much that may be wrong: half of what the question took
 */
public record Skew(Duration ahead, Duration doubt) {

    /** For certain, however slow the answer came. */
    public boolean exceeds(Duration limit) {
        return ahead.abs().minus(doubt).compareTo(limit) > 0;
    }

    /** For certain, however slow the answer came. */
    boolean keepsWithin(Duration limit) {
        return ahead.abs().plus(doubt).compareTo(limit) <= 0;
    }
}

package be.belnet.orderdesk.customer;

import java.util.List;

/** One module's part in merging two customers: what it keeps under the acronym of the one that goes. */
public interface MergePart {
    /** What would move or stay, and what stands in the way, as it is now. */
    List<MergeFinding> foresee(MergePair pair);

    /** Makes it the remaining one's, in the caller's transaction. */
    default void move(MergePair pair) {}
}

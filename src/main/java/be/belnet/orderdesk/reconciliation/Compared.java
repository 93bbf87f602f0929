package be.belnet.orderdesk.reconciliation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of the comparison with one listing.
 *
 * @param ours how many things of customers were looked for
 * @param listed how many things the partner listed
 */
public record Compared(int ours, int listed, List<Difference> differences) {
    /** The same difference of two customers is one. */
    public Compared {
        Map<List<Object>, Difference> once = new LinkedHashMap<>();
        differences.forEach(one -> once.putIfAbsent(List.of(one.kind(), one.subject()), one));
        differences = List.copyOf(once.values());
    }

    /** Whether the listing itself is to be doubted: it is empty, or more differs than ever should at once. */
    boolean isDoubtful(ReconciliationProperties settings) {
        boolean empty = listed == 0 && ours > 0;
        boolean many = differences.size() >= settings.doubtFrom()
                && differences.size() > settings.doubtShare() * Math.max(ours, listed);
        return empty || many;
    }
}

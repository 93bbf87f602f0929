package be.belnet.orderdesk.audit;

import java.util.List;
import java.util.Map;

/**
 * A page of what was found, newest first.
 *
 * @param counts of all that was found, not of this page alone; every kind has one
 * @param page from 0
 * @param pages at least 1
 */
public record DecisionPage(List<Decision> decisions, Map<DecisionKind, Long> counts, int page, int pages) {
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}

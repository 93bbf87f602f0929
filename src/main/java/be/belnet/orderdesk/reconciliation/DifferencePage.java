package be.belnet.orderdesk.reconciliation;

import java.util.List;

/**
 * One page of what was looked for.
 *
 * @param page from 0
 * @param pages at least 1
 */
public record DifferencePage(List<KnownDifference> differences, int page, int pages, long total) {
    public DifferencePage {
        differences = List.copyOf(differences);
    }
}

package be.belnet.orderdesk.feedback;

import java.util.List;
import java.util.Map;

/**
 * A page of what was found, newest first.
 *
 * @param counts of all that was found, not of this page alone; every answer has one
 * @param page from 0
 * @param pages at least 1
 */
public record FeedbackPage(List<FeedbackLine> lines, Map<Usefulness, Long> counts, int page, int pages) {
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}

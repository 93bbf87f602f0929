package be.belnet.orderdesk.customer;

import java.time.Instant;
import java.util.List;

/**
 * How far an import is and what came of it.
 *
 * @param finishedAt null while it runs
 * @param failed broken off before its last line; what was done until then is kept
 */
record ImportReport(
        long id,
        String startedBy,
        Instant startedAt,
        Instant finishedAt,
        boolean failed,
        int linesTotal,
        int linesDone,
        int created,
        int updated,
        int unchanged,
        int refused,
        List<Refusal> refusals) {
    public boolean isRunning() {
        return finishedAt == null;
    }

    public boolean changedNothing() {
        return finishedAt != null && !failed && created == 0 && updated == 0 && refused == 0;
    }

    /**
     * @param file organisations or contacts
     * @param line in the file, the header being 1; 0 when the file as a whole is meant
     * @param detail quoted by the message; may be null
     */
    record Refusal(String file, long line, String field, String reason, String detail) {}
}

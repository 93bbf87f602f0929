package be.belnet.orderdesk.subscription;

import java.time.Instant;
import java.util.List;

/** What came of an import of the installed base. */
public record ImportReport(
        long id,
        String importedBy,
        Instant importedAt,
        int created,
        int updated,
        int unchanged,
        int refused,
        List<Refusal> refusals) {

    /**
     * @param line in the file, the header being 1; 0 when the file as a whole is meant
     * @param field column, or file
     * @param reason end of the message key {@code subscription.refusal.…}, or of the customers' where that has none
     * @param detail quoted by the message; may be null
     */
    public record Refusal(long line, String field, String reason, String detail) {}

    public boolean changedNothing() {
        return created == 0 && updated == 0 && refused == 0;
    }

    /** Nothing of the file could be read. */
    public boolean isUnreadable() {
        return refusals.stream().anyMatch(refusal -> refusal.line() == 0);
    }
}

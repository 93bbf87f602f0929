package be.belnet.orderdesk.desk;

import java.time.Instant;
import java.util.List;

/** What came of an import of the installed base, as machines see it. */
record ImportResource(
        long id,
        String importedBy,
        Instant importedAt,
        int created,
        int updated,
        int unchanged,
        int refused,
        List<RefusalResource> refusals) {

    /**
     * @param line in the file, the header being 1; 0 when the file as a whole is meant
     * @param text in the caller's language
     */
    record RefusalResource(long line, String field, String reason, String text) {}
}

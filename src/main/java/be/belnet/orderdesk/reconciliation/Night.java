package be.belnet.orderdesk.reconciliation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One reconciliation.
 *
 * @param number such as RECON-2026-00007; business key of {@code reconciliation}
 * @param finishedAt null while it compares
 */
public record Night(String number, LocalDate night, Outcome outcome, Instant startedAt, Instant finishedAt) {
    /** What came of it. */
    public enum Outcome {
        /** Partners are still being asked. */
        COMPARING("comparing"),
        /** Nothing that was not known. */
        NOTHING("nothing"),
        /** Differences stand in the report, and before nobody. */
        REPORTED("reported"),
        /** A task was opened. */
        TASK("task"),
        /** They went to a task that was open. */
        ADDED("added");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        /** As the database, texts and the API write it. */
        public String code() {
            return code;
        }

        static Outcome of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }
}

package be.belnet.orderdesk.privacy;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What somebody asks about the data that are kept of him or her.
 *
 * @param number such as PRIV-2026-00003; also the business key of its process
 * @param personName as whoever registered it wrote it; a tombstone once it is discarded
 * @param acronym of a customer that the person acted for, a former one included; null where mails and orders tell
 * @param details what is asked in particular; may be null
 * @param dueOn last day for the answer
 * @param extendedBecause null while the day was not put off
 * @param identity null until it was checked
 * @param decision null until an erasure was decided on
 * @param answer null until it was answered
 */
public record DataRequest(
        String number,
        Kind kind,
        String personName,
        String personEmail,
        String acronym,
        String details,
        LocalDate receivedOn,
        LocalDate dueOn,
        String extendedBecause,
        String registeredBy,
        Instant registeredAt,
        Identity identity,
        Decision decision,
        Answer answer) {

    /** @param method code of the way in which it was checked */
    public record Identity(boolean confirmed, String method, String note, String by, Instant at) {}

    /** @param reason may be null */
    public record Decision(boolean approved, String reason, String by, Instant at) {}

    /** @param way code: mail, post or inPerson */
    public record Answer(String way, String note, String by, Instant at) {}

    /** Whether who asks is known to be the person, so that data may be shown. */
    public boolean isIdentified() {
        return identity != null && identity.confirmed();
    }

    public boolean isOverdue(LocalDate today) {
        return answer == null && today.isAfter(dueOn);
    }
}

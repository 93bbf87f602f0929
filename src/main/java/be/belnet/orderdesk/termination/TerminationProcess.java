package be.belnet.orderdesk.termination;

import java.time.LocalDate;

/** The process that the files of notices run in. */
public interface TerminationProcess {
    /**
     * Opens the file of a notice and starts its process, in the caller's transaction. Safe to repeat with the same token.
     *
     * @param token names what the notice came with, such as a mail; at most 200 characters
     * @return the file's number
     * @throws org.springframework.dao.DuplicateKeyException when another node begins with it at this moment; roll back then
     */
    String begin(NewNotice notice, String token);

    /** Whether the file waits for its last day, which may be moved then. */
    boolean waitsForLastDay(String number);

    /**
     * Has a manager decide whether the service ends on another day than the customer was told, in the caller's transaction.
     *
     * @param endsOn first day without the service
     * @param userId who asks; somebody else decides
     * @throws be.belnet.orderdesk.order.OrderClosedException when the file does not wait for its last day, or waits for a
     *     manager already
     */
    void askForNewDate(String number, LocalDate endsOn, String reason, String userId);
}

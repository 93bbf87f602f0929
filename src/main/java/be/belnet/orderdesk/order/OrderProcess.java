package be.belnet.orderdesk.order;

import java.util.List;
import java.util.Map;

/** What the order file needs of the processes that orders run in. */
public interface OrderProcess {
    /** Services that can be ordered, in alphabetical order: BAMS and DCS. */
    List<String> services();

    /**
     * Starts an order with the answers of its start form, as the desk would have entered them.
     *
     * @param service one of {@link #services}
     * @param answers by field key of the start form
     * @return the order's number
     */
    String start(String service, Map<String, Object> answers);

    /**
     * Takes an order back on the customer's word, in the caller's transaction; what was done at partners is undone
     * afterwards.
     *
     * @throws OrderClosedException when the order no longer runs
     */
    void withdraw(String number, String reason);

    /**
     * Gives an order up for Belnet, in the caller's transaction; what was done at partners is undone afterwards.
     *
     * @param reason the customer reads it
     * @throws OrderClosedException when the order no longer runs
     */
    void cancel(String number, String reason);

    /**
     * Closes an order whose service has ended before the order activated it, in the caller's transaction. Nothing is undone
     * and nobody told: the file that ended the service sees to both.
     *
     * @param file number of the file that ended the service
     * @throws OrderClosedException when the order no longer runs
     */
    void endWithService(String number, String file, String reason);

    /** Whether an open order may still be withdrawn or cancelled. */
    boolean mayBeLeft(String number);

    /** What leaving the order now would take back, and what it could not. */
    List<Consequence> consequences(String number);

    /** Tasks open now, for whom and since when. */
    List<OpenTask> openTasks(String number);
}

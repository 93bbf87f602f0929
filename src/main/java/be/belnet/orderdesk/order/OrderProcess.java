package be.belnet.orderdesk.order;

import java.util.List;

/** What the order file needs of a service's process; each service implements it. */
public interface OrderProcess {
    /** BAMS or DCS. */
    String service();

    /**
     * Starts the process of an order that stands in the file, in the caller's transaction.
     *
     * @param number the order's, which becomes the business key
     */
    void start(String number);

    /**
     * Takes the order back on the customer's word; what was done at partners is undone afterwards.
     *
     * @throws OrderClosedException when the order no longer runs
     */
    void withdraw(String number, String reason);

    /** Tasks open now, for whom and since when. */
    List<OpenTask> openTasks(String number);
}

package be.belnet.orderdesk.follow;

/** What goes on when a customer has acted on its page. */
public interface CustomersNews {
    /** What waits for the customer waits no longer. In the caller's transaction. */
    void answered(String orderNumber);
}

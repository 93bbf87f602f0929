package be.belnet.orderdesk.customer;

/** Another import runs; wait for its end. */
class ImportRunningException extends RuntimeException {
    ImportRunningException() {
        super("Another import of the customer register runs");
    }
}

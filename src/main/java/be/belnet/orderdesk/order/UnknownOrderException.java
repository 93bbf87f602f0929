package be.belnet.orderdesk.order;

/** No order has this number. */
public class UnknownOrderException extends RuntimeException {
    public UnknownOrderException(String number) {
        super("No order " + number);
    }
}

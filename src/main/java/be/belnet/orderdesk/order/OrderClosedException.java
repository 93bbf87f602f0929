package be.belnet.orderdesk.order;

/** The order is closed or closing, so what was asked of it cannot be done any more. */
public class OrderClosedException extends RuntimeException {
    public OrderClosedException(String number, OrderState state) {
        super("Order " + number + " is " + state.code());
    }
}

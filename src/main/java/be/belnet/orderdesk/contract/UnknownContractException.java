package be.belnet.orderdesk.contract;

/** The order has no contract that could be worked on. */
public class UnknownContractException extends RuntimeException {
    public UnknownContractException(String orderNumber) {
        super("No contract for order " + orderNumber);
    }
}

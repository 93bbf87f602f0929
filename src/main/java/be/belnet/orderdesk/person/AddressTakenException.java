package be.belnet.orderdesk.person;

/** Another contact of the same customer has the address already. */
public class AddressTakenException extends RuntimeException {
    public AddressTakenException() {
        super("Another contact has this address");
    }
}

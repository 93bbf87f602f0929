package be.belnet.orderdesk.partner;

/** The partner may or may not have done it: look it up before any other attempt. */
public class OutcomeUnknownException extends PartnerException {
    public OutcomeUnknownException(String partner, String message) {
        this(partner, message, null);
    }

    public OutcomeUnknownException(String partner, String message, Throwable cause) {
        super(partner, PartnerWords.of(message), cause);
    }
}

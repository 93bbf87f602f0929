package be.belnet.orderdesk.partner;

/** Surely not done: try again later. */
public class PartnerUnavailableException extends PartnerException {
    public PartnerUnavailableException(String partner, String message) {
        this(partner, message, null);
    }

    public PartnerUnavailableException(String partner, String message, Throwable cause) {
        super(partner, PartnerWords.of(message), cause);
    }
}

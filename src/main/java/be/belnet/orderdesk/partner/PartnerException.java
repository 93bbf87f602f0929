package be.belnet.orderdesk.partner;

/**
 * A call to a partner did not bring what was asked. The subclass says what to do next. Messages are fit for staff and
 * logs: no tokens, no bodies, no personal data.
 */
public abstract class PartnerException extends RuntimeException {
    private final String partner;

    PartnerException(String partner, String message, Throwable cause) {
        super(partner + ": " + message, cause);
        this.partner = partner;
    }

    /** Name of the partner as staff know it. */
    public String partner() {
        return partner;
    }
}

package be.belnet.orderdesk.dcs;

/** The register knows nobody at the customer who could be told. */
public class NoContactException extends RuntimeException {

    public NoContactException(String acronym) {
        super("No contact of " + acronym + " to write to");
    }
}

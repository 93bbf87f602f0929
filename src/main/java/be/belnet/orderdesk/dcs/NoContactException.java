package be.belnet.orderdesk.dcs;

/** The register knows nobody at the customer who could be told. Thrown before anything is written. */
public class NoContactException extends RuntimeException {

    public NoContactException(String acronym) {
        super("No contact of " + acronym + " to write to");
    }
}

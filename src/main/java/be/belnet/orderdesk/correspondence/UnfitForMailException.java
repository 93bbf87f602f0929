package be.belnet.orderdesk.correspondence;

/** A value that cannot stand in a mail's head: no address, or one with line breaks or control characters. */
public class UnfitForMailException extends RuntimeException {
    public UnfitForMailException(String field) {
        super("Unfit for a mail: " + field);
    }
}

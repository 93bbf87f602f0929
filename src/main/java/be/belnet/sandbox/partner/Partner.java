package be.belnet.sandbox.partner;

/** One partner, whose calls begin with a path segment of its own. Each simulator offers its own as a bean. */
public interface Partner {

    /** First segment of its paths and its name in the ledger, for example {@code fortiflex}. */
    String code();

    /** As people call it. */
    String title();
}

package be.belnet.orderdesk.dcs;

/** How a domain's owner shows a CA that it controls the domain. */
public enum ValidationMethod {
    /** A CNAME record below the domain. */
    CNAME(true),
    /** A TXT record at or below the domain. */
    TXT(true),
    /** A file on the domain's web site. */
    HTTP(false),
    /** The same over TLS. */
    HTTPS(false),
    /** A mail to an address that stands for the domain. */
    EMAIL(true);

    private final boolean coversNamesBelow;

    ValidationMethod(boolean coversNamesBelow) {
        this.coversNamesBelow = coversNamesBelow;
    }

    /** False for those that are no use to the wildcard of a domain. */
    public boolean coversNamesBelow() {
        return coversNamesBelow;
    }
}

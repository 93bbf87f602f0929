package be.belnet.orderdesk.dns;

/** Orderdesk's own look at what a customer publishes, before the CA looks. */
public interface DcvLookUp {

    /**
     * What is seen now, within seconds. What is wrong with the customer's DNS or web site is a finding, never an
     * exception.
     *
     * @param ca the CA's name in CAA records, for example {@code sectigo.com} or {@code harica.gr}
     * @param wildcard whether certificates for all names below the domain are wanted too
     */
    DcvReport look(DcvChallenge challenge, String ca, boolean wildcard);
}

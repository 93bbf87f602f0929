package be.belnet.orderdesk.dcs;

import java.util.List;
import java.util.Set;

/**
 * What a customer can do about its domains of one file, be it on its own page or through staff. What is no longer to be
 * done, since the domain has gone on meanwhile, does nothing. Safe to repeat.
 */
public interface CustomersTurn {

    /** Those that the CA offers for this domain, as its wildcard is wanted or not. */
    Set<ValidationMethod> methods(CertificateDomain domain);

    /**
     * The customer says that it has published what it was asked for: Orderdesk looks, keeps what it sees with each domain,
     * and has the CA look at those that are ready. Takes seconds for a few, and for many looks at the rest soon after.
     *
     * @return the domains of the file as they are then
     */
    List<CertificateDomain> published(String orderNumber, List<Integer> places);

    /**
     * The customer chooses or changes how it proves its control; the CA is asked for a new challenge within seconds.
     *
     * @param mailAddress one of those that the CA offers, for {@link ValidationMethod#EMAIL} once it has offered them; else
     *     null
     * @throws IllegalArgumentException when the CA does not offer the method or the address for a domain; none changes then
     */
    void choose(String orderNumber, List<Integer> places, ValidationMethod method, String mailAddress);

    /** The customer does without the wildcards of these domains. */
    void declineWildcards(String orderNumber, List<Integer> places);

    /** Belnet adds the wildcard of a domain itself, on the customer's request. */
    void addWildcard(String orderNumber, int place);

    /**
     * The customer, or staff for it, does without this domain.
     *
     * @return whether that has come about; what is under way at the CA is ended soon after
     */
    boolean giveUp(String orderNumber, int place, String reason);
}

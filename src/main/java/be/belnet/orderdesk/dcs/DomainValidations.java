package be.belnet.orderdesk.dcs;

import java.util.Optional;
import java.util.Set;

/**
 * How the CA has customers prove that their domains are theirs; the other half of {@link CertificateAuthority}, with the
 * same exceptions. A validation is started, the customer meets its challenge, and it is submitted; the CA then looks by
 * itself. It is the domain without its wildcard that is validated, whichever of both is asked about.
 */
public interface DomainValidations {
    /** Those that the CA offers for this domain; fewer when its wildcard is wanted. */
    Set<ValidationMethod> methods(boolean withWildcard);

    /**
     * Starts a validation, in place of one by another method. Safe to repeat: one that is under way by this method goes on
     * with the same challenge.
     */
    ValidationStep start(Domain domain, ValidationMethod method);

    /**
     * Has the CA look. Safe to repeat.
     *
     * @param address which of {@link Challenge.MailToOneOf} the mail goes to; null for other methods
     */
    ValidationStep submit(Domain domain, ValidationMethod method, String address);

    /** How the domain stands; empty when it is not registered. */
    Optional<DomainValidation> find(Domain domain);

    /**
     * How all domains of Belnet's account stand, wildcards too, part by part. What changes meanwhile may be missing or come
     * twice; the next round has it.
     *
     * @param position 0 for the first part
     */
    ValidationPage page(int position);

    /** Ends what is under way; a validation that counts stays. Safe to repeat. */
    void abandon(Domain domain);
}

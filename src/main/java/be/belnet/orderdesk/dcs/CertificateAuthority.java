package be.belnet.orderdesk.dcs;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The certificate authority (CA) of the customers. Each customer has one organisation there, to which its domains are
 * delegated and which its administrators manage; all of them lie below Belnet's own account.
 *
 * <p>Every call may throw the exceptions of {@code be.belnet.orderdesk.partner}. {@code PartnerRefusedException}: the CA,
 * or the adapter in its name, says no for good, and a person decides. {@code OutcomeUnknownException}: a call that changes
 * something broke before its answer was read; the matching {@code find} tells before the next attempt. All others: surely
 * not done, or nothing was to be changed.
 */
public interface CertificateAuthority {
    /** The CA as staff know it, such as Sectigo; the name under which its trouble is told and paused. */
    String name();

    /** Where customers' administrators log in with a browser. */
    URI webAddress();

    /** The name under which CAA records allow it to issue, such as sectigo.com. */
    String caaName();

    /** Whether customers open tickets there about their certificates (D12); where not, the Service Desk answers for it. */
    boolean takesTickets();

    /** The customer's organisation, by whichever attempt or person it was made. */
    Optional<RegisteredOrganisation> findOrganisation(OrganisationIdentity identity);

    /**
     * Makes the customer's organisation; {@link #validation} tells when it may have certificates. Not safe to repeat
     * without {@link #findOrganisation}.
     */
    RegisteredOrganisation createOrganisation(OrganisationRequest request);

    /** How far the CA is with checking the organisation; empty when it does not know the organisation any more. */
    Optional<OrganisationValidation> validation(String organisationId);

    /** All organisations of Belnet's account. */
    List<RegisteredOrganisation> organisations();

    /**
     * Domains that organisations may use, wildcards among them, by organisation. Takes as few calls as the CA allows: one for
     * each page of each organisation at most.
     *
     * @param organisationIds of {@link #organisations}
     */
    Map<String, Set<Domain>> delegated(Set<String> organisationIds);

    /** Ids of all accounts that manage anything; empty where the CA lists none. */
    Optional<Set<String>> administratorIds();

    /** Whether {@link #addDomain} and {@link #removeDomain} can be called, or people do both at the CA. */
    boolean changesDomains();

    /** The domain as the CA has it for this organisation; empty when it is not registered in Belnet's account. */
    Optional<RegisteredDomain> findDomain(String organisationId, Domain domain);

    /**
     * Registers the domain, delegates it to the organisation and approves the delegation: whatever of it is missing. Safe
     * to repeat. Refused where it is delegated to another organisation, which alone may have certificates for it.
     */
    RegisteredDomain addDomain(String organisationId, Domain domain);

    /**
     * Takes the domain away from the organisation; issued certificates stay valid. Safe to repeat: what is gone already is
     * no failure.
     */
    void removeDomain(String organisationId, Domain domain);

    /** The account that manages this organisation under this address, whether its owner has logged in yet or not. */
    Optional<Administrator> findAdministrator(String organisationId, String email);

    /**
     * Makes an account that manages the organisation; the CA mails its owner how to log in. Not safe to repeat without
     * {@link #findAdministrator}.
     */
    Administrator inviteAdministrator(String organisationId, AdministratorInvitation invitation);

    /** Takes the organisation away from the account. Safe to repeat: what is gone already is no failure. */
    void removeAdministrator(String organisationId, String administratorId);
}

package be.belnet.orderdesk.dcs;

import java.util.List;

/**
 * What customers have at the certificate authority that they leave. It is read and never changed: certificates there stay
 * valid until they expire.
 *
 * <p>Every call may throw the exceptions of {@code be.belnet.orderdesk.partner}; none leaves anything undone or unknown.
 */
public interface CertificateInventory {

    /** The former CA as staff know it, such as DigiCert. */
    String name();

    List<FormerOrganisation> organisations();

    /** Domains registered for the organisation. Wildcards are none of them: they stand in certificates alone. */
    List<FormerDomain> domains(String organisationId);

    /** Certificates of the organisation in whatever state, also those that were asked for and never came. */
    List<FormerCertificate> certificates(String organisationId);
}

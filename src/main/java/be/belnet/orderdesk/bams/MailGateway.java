package be.belnet.orderdesk.bams;

import java.util.List;

/**
 * An appliance's own administration, reached at the appliance's address. Every call but {@link #answers} may throw the
 * exceptions of {@code be.belnet.orderdesk.partner}.
 */
public interface MailGateway {
    /** Whether an administrator can log in: an appliance needs minutes after its first boot. */
    boolean answers(String address);

    /** Serial number of the licence the appliance runs on. */
    String serialNumber(String address);

    /** Creates or changes each domain, then reads it back. Domains not listed stay. Safe to repeat. */
    void protect(String address, List<ProtectedDomain> domains);

    /** Takes domains away, with what the appliance kept for them; one that is not there is no failure. Safe to repeat. */
    void unprotect(String address, List<String> domains);

    List<ProtectedDomain> protectedDomains(String address);
}

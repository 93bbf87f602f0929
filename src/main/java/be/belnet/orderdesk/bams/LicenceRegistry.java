package be.belnet.orderdesk.bams;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where licences bought through a distributor are registered. A reference is an order number and stands for at most one
 * licence. Every call may throw the exceptions of {@code be.belnet.orderdesk.partner}.
 */
public interface LicenceRegistry {
    /** The licence registered for this reference before, by whichever attempt. */
    Optional<Licence> find(String reference);

    /**
     * Registers a code that the distributor sent. Not safe to repeat: the caller has looked the reference up before each
     * attempt.
     *
     * @param registrationCode as {@link RegistrationCode} writes it; secret until it is registered
     */
    Licence register(String reference, String registrationCode);

    /** The file that makes an appliance run on a licence. Secret: neither stored nor logged. */
    String licenceFile(Licence licence);

    /** Last day of what was bought with a licence; empty where the registry does not say. */
    Optional<LocalDate> endsOn(Licence licence);

    /** All licences of mail security that are registered. */
    List<ListedLicence> licences();

    /** Notes that a registered licence serves its order no longer and may serve another. Safe to repeat. */
    void release(Licence licence);
}

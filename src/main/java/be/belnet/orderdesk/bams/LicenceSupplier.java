package be.belnet.orderdesk.bams;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Asks the supplier for licences. A reference is an order number ({@code BAMS-2026-00042}) and stands for at most one
 * licence. Every call may throw the exceptions of {@code be.belnet.orderdesk.partner}.
 */
public interface LicenceSupplier {
    /** The licence ordered for this reference before, by whichever attempt. */
    Optional<Licence> find(String reference);

    /** A new licence. Not safe to repeat: the caller has looked the reference up before each attempt. */
    Licence order(String reference, LicenceRequest request);

    /** A one-time token the appliance exchanges for its licence. Secret: neither stored nor logged. */
    String activationCode(Licence licence);

    /** Last day of a licence. */
    LocalDate endsOn(Licence licence);

    /** Has a licence last until a day, that day included; less where less is to be had. Its last day then. Safe to repeat. */
    LocalDate extend(Licence licence, LocalDate until);

    /** All licences of mail security, ended ones too. */
    List<ListedLicence> licences();

    /** Whether a licence covers exactly this. */
    boolean covers(Licence licence, LicenceRequest request);

    /** Has a licence cover something else from today on; it keeps serial number and end. Safe to repeat. */
    void change(Licence licence, LicenceRequest request);

    /** Whether nothing is charged for a licence any more. */
    boolean hasEnded(Licence licence);

    /** Ends the charging of a licence. Safe to repeat. */
    void stop(Licence licence);
}

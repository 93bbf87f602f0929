package be.belnet.orderdesk.dcs;

import java.time.LocalDate;

/**
 * How far a CA is with checking that an organisation is what it says.
 *
 * @param validUntil last day on which it counts; null unless validated
 * @param reason in the CA's words; null unless refused, and where the CA says nothing
 */
public record OrganisationValidation(State state, LocalDate validUntil, String reason) {
    public enum State {
        /** Being checked, or to be checked once more since the last check has run out. */
        PENDING,
        VALIDATED,
        REFUSED
    }

    public static OrganisationValidation pending() {
        return new OrganisationValidation(State.PENDING, null, null);
    }

    public static OrganisationValidation validatedUntil(LocalDate day) {
        return new OrganisationValidation(State.VALIDATED, day, null);
    }

    public static OrganisationValidation refused(String reason) {
        return new OrganisationValidation(State.REFUSED, null, reason);
    }
}

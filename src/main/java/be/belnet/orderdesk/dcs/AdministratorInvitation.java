package be.belnet.orderdesk.dcs;

/**
 * Whom the customer named as administrator of its certificates.
 *
 * @param phone with the country's code; may be null
 * @param language nl, fr, en or de
 */
public record AdministratorInvitation(
        String givenName, String familyName, String email, String phone, String language) {
    /** Nothing personal. */
    @Override
    public String toString() {
        return "AdministratorInvitation[language=%s]".formatted(language);
    }
}

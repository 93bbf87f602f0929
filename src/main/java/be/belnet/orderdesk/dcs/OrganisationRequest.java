package be.belnet.orderdesk.dcs;

/**
 * A customer's organisation as its certificates will name it.
 *
 * @param street with the house number
 * @param country two capitals, ISO 3166
 * @param primaryDomain which some CAs (HARICA) want with the organisation; null where it is not known yet
 */
public record OrganisationRequest(
        OrganisationIdentity identity,
        String street,
        String postcode,
        String city,
        String country,
        Domain primaryDomain) {
    /** Without a domain. */
    public OrganisationRequest(
            OrganisationIdentity identity, String street, String postcode, String city, String country) {
        this(identity, street, postcode, city, country, null);
    }
}

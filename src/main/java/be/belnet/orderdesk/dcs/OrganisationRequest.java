package be.belnet.orderdesk.dcs;

/**
 * A customer's organisation as its certificates will name it.
 *
 * @param street with the house number
 * @param country two capitals, ISO 3166
 */
public record OrganisationRequest(
        OrganisationIdentity identity, String street, String postcode, String city, String country) {}

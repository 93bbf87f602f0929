package be.belnet.orderdesk.dcs;

/**
 * What tells a customer's organisation from all others at a CA: the acronym where the CA keeps one, else the legal name,
 * and the enterprise number where it asks for that. None is compared by case.
 *
 * @param acronym as the customer register has it
 * @param enterpriseNumber ten digits of the Belgian register, else the number of the country's own; may be null
 */
public record OrganisationIdentity(String acronym, String legalName, String enterpriseNumber) {}

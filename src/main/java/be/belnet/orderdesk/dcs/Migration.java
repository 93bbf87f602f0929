package be.belnet.orderdesk.dcs;

/**
 * What the move of a customer adds to its file.
 *
 * @param formerAuthority the adapter's name
 * @param formerOrganisation the former CA's id; null until it is known
 * @param campaign number of the campaign's file; null when the customer is moved alone
 */
public record Migration(String number, String formerAuthority, String formerOrganisation, String campaign) {}

package be.belnet.orderdesk.dcs;

/**
 * An organisation as a CA has it (HARICA: enterprise).
 *
 * @param id the CA's own
 * @param name as the CA writes it
 */
public record RegisteredOrganisation(String id, String name) {}

package be.belnet.orderdesk.dcs;

/**
 * An organisation as a former CA has it.
 *
 * @param id the CA's own; it means nothing to any other
 * @param name the legal one
 * @param shortName absent where the CA has none
 */
public record FormerOrganisation(String id, String name, String shortName, boolean active) {}

package be.belnet.orderdesk.dcs;

/**
 * A domain as a CA has it, seen from one organisation.
 *
 * @param id the CA's own
 */
public record RegisteredDomain(String id, Domain domain, Delegation delegation) {
    public enum Delegation {
        /** The organisation may use it. */
        ACTIVE,
        /** The organisation has asked for it itself, and Belnet has not approved yet. */
        REQUESTED,
        /** Registered, and not this organisation's. */
        NONE
    }

    public boolean isDelegated() {
        return delegation == Delegation.ACTIVE;
    }
}

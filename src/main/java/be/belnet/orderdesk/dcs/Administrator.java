package be.belnet.orderdesk.dcs;

/**
 * An account at a CA that manages a customer's organisation.
 *
 * @param id the CA's own
 */
public record Administrator(String id, String email) {
    /** Without the address. */
    @Override
    public String toString() {
        return "Administrator[id=%s]".formatted(id);
    }
}

package be.belnet.orderdesk.bams;

/**
 * A customer's appliance.
 *
 * @param id the host's own name for it
 * @param address IP address; null while building
 * @param detail what went wrong, in the host's words; null unless it failed
 */
public record Appliance(String id, State state, String address, String detail) {
    public enum State {
        BUILDING,
        READY,
        /** Was running, and keeps its disks and its address. */
        STOPPED,
        FAILED
    }
}

package be.belnet.orderdesk.bams;

/**
 * A server as it stands in the host's list.
 *
 * @param reference order number it was made for; null for one that was not made here
 */
public record ListedAppliance(String id, String reference, Appliance.State state) {
    public boolean runs() {
        return state == Appliance.State.READY || state == Appliance.State.BUILDING;
    }
}

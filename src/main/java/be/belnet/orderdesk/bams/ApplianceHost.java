package be.belnet.orderdesk.bams;

import java.util.List;
import java.util.Optional;

/**
 * Runs the customers' appliances. A reference is an order number and stands for at most one appliance. Every call may
 * throw the exceptions of {@code be.belnet.orderdesk.partner}.
 */
public interface ApplianceHost {
    /** The appliance made for this reference, whatever its state. */
    Optional<Appliance> find(String reference);

    /**
     * Starts to build an appliance, which takes minutes: {@link #look} tells when it is ready. An earlier one of this
     * reference that failed is removed first. Not safe to repeat without {@link #find}.
     */
    Appliance create(String reference, ApplianceRequest request);

    /** The appliance as it is now; empty once it is gone. */
    Optional<Appliance> look(String applianceId);

    /** All servers of Belnet's project, those of others than customers too. */
    List<ListedAppliance> appliances();

    /** One of these by its id, also one that was not made here; empty once it is gone. */
    Optional<ListedAppliance> listed(String id);

    /** Whether the server runs, or stands still, in this size. */
    boolean hasSize(String applianceId, int cpus);

    /**
     * Gives the same server another size; it starts anew and keeps disks and address. Safe to repeat.
     *
     * @throws be.belnet.orderdesk.partner.PartnerBusyException while it is on its way
     */
    void resize(String applianceId, int cpus);

    /** Stops the server, which keeps its disks and its address. Safe to repeat. */
    void stop(String applianceId);

    /** Removes the server and gives its address back. Safe to repeat. */
    void remove(Appliance appliance);

    /** Gives back the address that is kept for this reference, where no server has it. Safe to repeat. */
    void release(String reference);
}

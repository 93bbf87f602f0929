package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.bams.BamsProperties.LicenceRoute;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.termination.Terminations;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes mail security away where it ends: the appliance stops, its licence ends, and later the appliance goes. */
@Service
public class MailSecurityEnd {
    /** Stands for what a subscription does not have, such as an appliance that was never written down. */
    private static final String NOTHING = "–";

    private final Terminations terminations;
    private final BamsOrders bamsOrders;
    private final LicenceSupplier licences;
    private final LicenceRegistry registry;
    private final ApplianceHost appliances;
    private final OrderFile orders;
    private final BamsProperties properties;

    MailSecurityEnd(
            Terminations terminations,
            BamsOrders bamsOrders,
            LicenceSupplier licences,
            LicenceRegistry registry,
            ApplianceHost appliances,
            OrderFile orders,
            BamsProperties properties) {
        this.terminations = terminations;
        this.bamsOrders = bamsOrders;
        this.licences = licences;
        this.registry = registry;
        this.appliances = appliances;
        this.orders = orders;
        this.properties = properties;
    }

    /** The host's id of the appliance, where it runs no more; that of one that was removed too. */
    public Optional<String> findStopped(String number) {
        String id = applianceId(number);
        return !id.equals(NOTHING) && runs(id) ? Optional.empty() : Optional.of(id);
    }

    /** Stops the appliance. Safe to repeat. The host's id. */
    public String stopAppliance(String number) {
        String id = applianceId(number);
        if (runs(id)) {
            appliances.stop(id);
        }
        return id;
    }

    public void keepStopped(String number, String applianceId) {
        tell(number, "applianceStopped", "appliance", applianceId);
    }

    /** Serial number of the licence, where Fortinet has ended it. */
    public Optional<String> findEnded(String number) {
        String serial = licenceSerial(number);
        if (serial.equals(NOTHING)) {
            return Optional.of(serial);
        }
        boolean ended = !throughDistributor(number) && licences.hasEnded(new Licence(serial));
        return ended ? Optional.of(serial) : Optional.empty();
    }

    /** Ends the licence; one that was bought through the distributor is free for another order. Its serial number. */
    public String endLicence(String number) {
        Licence licence = new Licence(licenceSerial(number));
        if (throughDistributor(number)) {
            registry.release(licence);
        } else {
            licences.stop(licence);
        }
        return licence.serialNumber();
    }

    public void keepEnded(String number, String serial) {
        tell(number, throughDistributor(number) ? "licenceSetFree" : "licenceEnded", "serial", serial);
    }

    /** The host's id of the appliance, where it is gone. */
    public Optional<String> findRemoved(String number) {
        String id = applianceId(number);
        boolean there = !id.equals(NOTHING) && appliances.look(id).isPresent();
        return there ? Optional.empty() : Optional.of(id);
    }

    /** Removes the appliance with its quarantine. Safe to repeat. The host's id. */
    public String removeAppliance(String number) {
        String id = applianceId(number);
        appliances.look(id).ifPresent(appliances::remove);
        return id;
    }

    public void keepRemoved(String number, String applianceId) {
        tell(number, "applianceRemoved", "appliance", applianceId);
    }

    /** Operations stops the appliance although mail still comes to it. */
    public void noteStopAnyway(String number, String reason) {
        orders.record(number, "stoppedAnyway", Map.of("reason", reason));
    }

    private void tell(String number, String kind, String name, String reference) {
        if (!reference.equals(NOTHING)) {
            orders.record(number, kind, Map.of(name, reference));
        }
    }

    /** As the host lists it: one that was there before Orderdesk has nothing that it could be looked at by. */
    private boolean runs(String id) {
        return appliances.listed(id).filter(ListedAppliance::runs).isPresent();
    }

    private String applianceId(String number) {
        return Optional.ofNullable(subscription(number).references().applianceId())
                .orElse(NOTHING);
    }

    private String licenceSerial(String number) {
        return Optional.ofNullable(subscription(number).references().licenceSerial())
                .orElse(NOTHING);
    }

    /** As its order says; of what was there before Orderdesk, as Belnet buys its licences now. */
    private boolean throughDistributor(String number) {
        return Optional.ofNullable(subscription(number).orderNumber())
                .map(order -> bamsOrders.get(order).throughDistributor())
                .orElse(properties.licenceRoute() == LicenceRoute.DISTRIBUTOR);
    }

    private Subscription subscription(String number) {
        return terminations.subscription(number);
    }
}

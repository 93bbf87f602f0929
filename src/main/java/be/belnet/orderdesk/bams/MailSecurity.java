package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.partner.PartnerException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Delivers mail security: the licence from Fortinet, the appliance that runs on it, and what it protects. */
@Service
public class MailSecurity {
    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final LicenceSupplier licences;
    private final LicenceRegistry registry;
    private final ApplianceHost appliances;
    private final MailGateway gateway;
    private final BamsProperties properties;

    MailSecurity(
            OrderFile orders,
            BamsOrders bamsOrders,
            LicenceSupplier licences,
            LicenceRegistry registry,
            ApplianceHost appliances,
            MailGateway gateway,
            BamsProperties properties) {
        this.orders = orders;
        this.bamsOrders = bamsOrders;
        this.licences = licences;
        this.registry = registry;
        this.appliances = appliances;
        this.gateway = gateway;
        this.properties = properties;
    }

    /** Serial number of the licence that Fortinet has for an order. */
    public Optional<String> findLicence(String orderNumber) {
        return licences.find(orderNumber).map(Licence::serialNumber);
    }

    /** Orders the licence on what the customer signed; looks up nothing. @return its serial number */
    public String orderLicence(String orderNumber) {
        Needs needs = bamsOrders.get(orderNumber).needs();
        String customer = orders.get(orderNumber).acronym();
        return licences.order(
                        orderNumber, new LicenceRequest(customer, needs.cpus(), needs.servicePackage(), needs.addOns()))
                .serialNumber();
    }

    public void keepLicence(String orderNumber, String serialNumber) {
        bamsOrders.keepLicence(orderNumber, serialNumber);
        orders.record(orderNumber, "licenceOrdered", Map.of("serial", serialNumber));
    }

    /** Serial number of the licence that was registered for an order. */
    public Optional<String> findRegistration(String orderNumber) {
        return registry.find(orderNumber).map(Licence::serialNumber);
    }

    /** Registers the code that the distributor sent; looks up nothing. @return its serial number */
    public String registerLicence(String orderNumber) {
        return registry.register(orderNumber, bamsOrders.get(orderNumber).registrationCode())
                .serialNumber();
    }

    public void keepRegistration(String orderNumber, String serialNumber) {
        bamsOrders.keepLicence(orderNumber, serialNumber);
        orders.record(orderNumber, "licenceRegistered", Map.of("serial", serialNumber));
    }

    /** Sets a registered licence free for another order; it was paid for and cannot be given back. */
    public void releaseRegistration(String serialNumber) {
        registry.release(new Licence(serialNumber));
    }

    public void stopLicence(String serialNumber) {
        licences.stop(new Licence(serialNumber));
    }

    /** The host's id of an order's appliance, one that failed to start left out. */
    public Optional<String> findAppliance(String orderNumber) {
        return appliances
                .find(orderNumber)
                .filter(appliance -> appliance.state() != Appliance.State.FAILED)
                .map(Appliance::id);
    }

    /** The host's id of what there is of an order's appliance, even when it failed to start. */
    public Optional<String> findApplianceToRemove(String orderNumber) {
        return appliances.find(orderNumber).map(Appliance::id);
    }

    /** Gives back the address that was kept for an order's appliance, should there be none. */
    public void releaseAddress(String orderNumber) {
        appliances.release(orderNumber);
    }

    /** Has the appliance made; it is ready later. @return the host's id */
    public String createAppliance(String orderNumber) {
        Order order = orders.get(orderNumber);
        BamsOrder bams = bamsOrders.get(orderNumber);
        return appliances
                .create(
                        orderNumber,
                        new ApplianceRequest(
                                bams.needs().cpus(), properties.mxHost(order.acronym()), firstBootLicence(bams)))
                .id();
    }

    private String firstBootLicence(BamsOrder order) {
        var licence = new Licence(order.licenceSerial());
        return order.throughDistributor()
                ? registry.licenceFile(licence)
                : "LICENSE-TOKEN:" + licences.activationCode(licence);
    }

    public void keepAppliance(String orderNumber, String applianceId) {
        bamsOrders.keepAppliance(orderNumber, applianceId);
        orders.record(orderNumber, "applianceCreated", Map.of("appliance", applianceId));
    }

    /** Writes down that the appliance did not start, in the host's words. */
    public void noteFailedAppliance(String orderNumber, String words) {
        orders.record(orderNumber, "applianceFailed", Map.of("reason", words));
    }

    /** Writes down that the appliance is not built in good time. */
    public void noteSlowAppliance(String orderNumber) {
        orders.record(orderNumber, "applianceSlow", Map.of());
    }

    /** Writes down that the appliance runs and does not answer. */
    public void noteSilentAppliance(String orderNumber) {
        orders.record(orderNumber, "applianceSilent", Map.of());
    }

    /** Writes down that the appliance is not at its host any more. */
    public void noteGoneAppliance(String orderNumber) {
        orders.record(orderNumber, "applianceGone", Map.of());
    }

    /**
     * The appliance as its host has it; without one that has gone.
     *
     * @throws PartnerException when the host cannot tell
     */
    public Optional<Appliance> lookAtAppliance(String orderNumber) {
        return appliances.look(bamsOrders.get(orderNumber).applianceId());
    }

    /** Whether the administration of a running appliance answers. */
    public boolean answers(Appliance appliance) {
        return appliance.state() == Appliance.State.READY && gateway.answers(appliance.address());
    }

    public void keepAddress(String orderNumber, Appliance appliance) {
        bamsOrders.keepApplianceAddress(orderNumber, appliance.address());
    }

    /** Removes an appliance and its port; one that is gone already is no failure. */
    public void removeAppliance(String applianceId) {
        appliances.look(applianceId).ifPresent(appliances::remove);
    }

    /** Address of the appliance, when it protects all of the customer's domains already. */
    public Optional<String> findConfiguration(String orderNumber) {
        BamsOrder order = bamsOrders.get(orderNumber);
        return gateway.protectedDomains(order.applianceAddress())
                        .containsAll(order.needs().domains())
                ? Optional.of(order.applianceAddress())
                : Optional.empty();
    }

    /** Protects the customer's domains. Safe to repeat. Address of the appliance. */
    public String configureAppliance(String orderNumber) {
        BamsOrder order = bamsOrders.get(orderNumber);
        gateway.protect(order.applianceAddress(), order.needs().domains());
        return order.applianceAddress();
    }

    public void keepConfiguration(String orderNumber, String address) {
        orders.record(orderNumber, "applianceConfigured", Map.of("address", address));
    }

    /** Which checks of the hand-over hold as far as can be seen from here: serial, domains. */
    public Set<String> passedChecks(String orderNumber) {
        BamsOrder order = bamsOrders.get(orderNumber);
        Set<String> passed = new LinkedHashSet<>();
        try {
            if (gateway.serialNumber(order.applianceAddress()).equals(order.licenceSerial())) {
                passed.add("serial");
            }
            if (gateway.protectedDomains(order.applianceAddress())
                    .containsAll(order.needs().domains())) {
                passed.add("domains");
            }
        } catch (PartnerException notToBeSeen) {
            return passed;
        }
        return passed;
    }
}

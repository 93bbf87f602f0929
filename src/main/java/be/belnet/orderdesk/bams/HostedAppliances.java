package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.bams.MailSecurityHoldings.Holdings;
import be.belnet.orderdesk.reconciliation.Compared;
import be.belnet.orderdesk.reconciliation.Comparison;
import be.belnet.orderdesk.reconciliation.Difference;
import be.belnet.orderdesk.reconciliation.DifferenceAct;
import be.belnet.orderdesk.reconciliation.DifferenceKind;
import be.belnet.orderdesk.subscription.Subscription;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Customers' appliances beside the list of the cloud. */
@Component
class HostedAppliances implements Comparison {
    private final ApplianceHost host;
    private final MailSecurityHoldings holdings;

    HostedAppliances(ApplianceHost host, MailSecurityHoldings holdings) {
        this.host = host;
        this.holdings = holdings;
    }

    @Override
    public String part() {
        return "openstack";
    }

    @Override
    public String partner() {
        return "OpenStack";
    }

    @Override
    public boolean isUsed() {
        return true;
    }

    @Override
    public Compared compare() {
        Holdings before = holdings.read();
        Map<String, ListedAppliance> listed = host.appliances().stream()
                .collect(Collectors.toMap(ListedAppliance::id, Function.identity(), (one, other) -> one));
        Holdings after = holdings.read();
        List<Subscription> customers = customers(before, after);
        Stream<Difference> ofCustomers =
                customers.stream().flatMap(one -> ofCustomer(one, listed.get(id(one))).stream());
        Stream<Difference> afterEnd = after.ended()
                .filter(one -> listed.containsKey(id(one)) && !after.isApplianceUsed(id(one)))
                .map(one -> afterEnd(one, listed.get(id(one))));
        Stream<Difference> nobodys = listed.values().stream()
                .filter(one -> one.reference() != null)
                .filter(one -> !after.isApplianceKnown(one.id(), one.reference()))
                .map(HostedAppliances::nobodys);
        return new Compared(
                customers.size(),
                listed.size(),
                Stream.of(ofCustomers, afterEnd, nobodys)
                        .flatMap(Function.identity())
                        .toList());
    }

    /** Nobody has come to use the appliance since. */
    @Override
    public boolean holds(Difference difference) {
        return !holdings.read().isApplianceUsed(difference.subject());
    }

    /** By what the list says: to {@link ApplianceHost#look} one that was not made here is none that works. */
    @Override
    public Optional<String> find(Difference difference) {
        boolean runs =
                host.listed(difference.subject()).filter(ListedAppliance::runs).isPresent();
        return runs ? Optional.empty() : Optional.of(difference.subject());
    }

    @Override
    public String act(Difference difference) {
        host.stop(difference.subject());
        return difference.subject();
    }

    /** Those that had their appliance before the list was read, and have it still. */
    private static List<Subscription> customers(Holdings before, Holdings after) {
        Map<Long, Subscription> still =
                after.running().collect(Collectors.toMap(Subscription::id, Function.identity()));
        return before.running()
                .filter(one -> id(one) != null)
                .filter(one -> still.containsKey(one.id()) && id(one).equals(id(still.get(one.id()))))
                .toList();
    }

    private static Optional<Difference> ofCustomer(Subscription customer, ListedAppliance appliance) {
        if (appliance != null && appliance.runs()) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                appliance == null ? DifferenceKind.APPLIANCE_GONE : DifferenceKind.APPLIANCE_STOPPED,
                id(customer),
                customer.acronym(),
                customer.id(),
                id(customer),
                appliance == null ? null : word(appliance),
                null));
    }

    /** Only what runs is stopped by us: what is left of it may be kept on purpose. */
    private static Difference afterEnd(Subscription ended, ListedAppliance appliance) {
        return new Difference(
                DifferenceKind.APPLIANCE_AFTER_END,
                appliance.id(),
                ended.acronym(),
                ended.id(),
                ended.endsOn().toString(),
                word(appliance),
                appliance.runs() ? DifferenceAct.STOP_APPLIANCE : null);
    }

    private static Difference nobodys(ListedAppliance appliance) {
        return new Difference(
                DifferenceKind.APPLIANCE_WITHOUT_CUSTOMER,
                appliance.id(),
                null,
                null,
                null,
                appliance.reference(),
                null);
    }

    private static String id(Subscription subscription) {
        return subscription.references().applianceId();
    }

    private static String word(ListedAppliance appliance) {
        return appliance.state().name().toLowerCase(Locale.ROOT);
    }
}

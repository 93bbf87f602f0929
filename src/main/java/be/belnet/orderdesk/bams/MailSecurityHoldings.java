package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.bams.BamsProperties.LicenceRoute;
import be.belnet.orderdesk.subscription.SubscribedReferences;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads, all at once, what licences and appliances customers have and which of them somebody works on. */
@Component
class MailSecurityHoldings {
    private static final String SERVICE = "BAMS";

    private final SubscribedReferences subscriptions;
    private final BamsProperties properties;
    private final JdbcClient jdbc;

    MailSecurityHoldings(SubscribedReferences subscriptions, BamsProperties properties, JdbcClient jdbc) {
        this.subscriptions = subscriptions;
        this.properties = properties;
        this.jdbc = jdbc;
    }

    /**
     * What there is at one moment.
     *
     * @param throughDistributor which way each order's licence was bought
     * @param openOrders numbers, serial numbers and appliances of orders that are not closed
     * @param ending subscriptions whose end is under way
     * @param closing subscriptions whose file of notice is open
     * @param extending subscriptions whose licence is being extended
     */
    record Holdings(
            List<Subscription> subscriptions,
            Map<String, Boolean> throughDistributor,
            boolean distributorByDefault,
            Set<String> openOrders,
            Set<Long> ending,
            Set<Long> closing,
            Set<Long> extending) {

        /** In use, and nobody ends them now. */
        Stream<Subscription> running() {
            return subscriptions.stream()
                    .filter(one ->
                            one.state() == SubscriptionState.ACTIVE || one.state() == SubscriptionState.MIGRATING)
                    .filter(one -> !ending.contains(one.id()));
        }

        /** Ended, with nothing left to be done about them. */
        Stream<Subscription> ended() {
            return subscriptions.stream()
                    .filter(one -> one.state() == SubscriptionState.TERMINATED && one.endsOn() != null)
                    .filter(one -> !closing.contains(one.id()));
        }

        boolean isThroughDistributor(Subscription subscription) {
            return subscription.orderNumber() == null
                    ? distributorByDefault
                    : throughDistributor.getOrDefault(subscription.orderNumber(), distributorByDefault);
        }

        /** A customer has it, or an order that is open. */
        boolean isLicenceUsed(String serial) {
            return openOrders.contains(serial)
                    || running().anyMatch(one -> serial.equals(one.references().licenceSerial()));
        }

        /** The same of an appliance. */
        boolean isApplianceUsed(String id) {
            return openOrders.contains(id)
                    || running().anyMatch(one -> id.equals(one.references().applianceId()));
        }

        boolean isLicenceKnown(String serial, String reference) {
            return isKnown(serial, reference, one -> one.references().licenceSerial());
        }

        boolean isApplianceKnown(String id, String reference) {
            return isKnown(id, reference, one -> one.references().applianceId());
        }

        /** A subscription has or had it, or an order that is open. */
        private boolean isKnown(String id, String reference, Function<Subscription, String> known) {
            return openOrders.contains(id)
                    || reference != null && openOrders.contains(reference)
                    || subscriptions.stream().map(known).anyMatch(id::equals);
        }
    }

    Holdings read() {
        return new Holdings(
                subscriptions.all(SERVICE),
                routes(),
                properties.licenceRoute() == LicenceRoute.DISTRIBUTOR,
                openOrders(),
                ids("select t.subscription_id from termination t join service_order o on o.number = t.order_number"
                        + " where o.closed_at is null and t.ending_since is not null"),
                ids("select t.subscription_id from termination t join service_order o on o.number = t.order_number"
                        + " where o.closed_at is null and t.subscription_id is not null"),
                ids("select subscription_id from licence_extension where open_slot = 1"));
    }

    /** Whether licences are bought that way now, or any customer's was. */
    boolean isRouteUsed(boolean distributor) {
        return (properties.licenceRoute() == LicenceRoute.DISTRIBUTOR) == distributor
                || routes().containsValue(distributor);
    }

    private Map<String, Boolean> routes() {
        Map<String, Boolean> routes = new HashMap<>();
        jdbc.sql("select b.order_number, b.through_distributor from bams_order b"
                        + " join subscription s on s.order_number = b.order_number")
                .query(row -> {
                    routes.put(row.getString("order_number"), row.getBoolean("through_distributor"));
                });
        return routes;
    }

    private Set<String> openOrders() {
        Set<String> open = new HashSet<>();
        jdbc.sql("select o.number, b.licence_serial, b.appliance_id from service_order o"
                        + " left join bams_order b on b.order_number = o.number"
                        + " where o.service = 'BAMS' and o.closed_at is null")
                .query(row -> {
                    Stream.of(row.getString("number"), row.getString("licence_serial"), row.getString("appliance_id"))
                            .filter(Objects::nonNull)
                            .forEach(open::add);
                });
        return open;
    }

    private Set<Long> ids(String sql) {
        return jdbc.sql(sql).query(Long.class).list().stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}

package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.subscription.SubscribedReferences;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads, all at once, what organisations and domains customers have, and which of them somebody works on. */
@Component
class DomainHoldings {
    private static final String SERVICE = "DCS";

    private final SubscribedReferences subscriptions;
    private final JdbcClient jdbc;

    DomainHoldings(SubscribedReferences subscriptions, JdbcClient jdbc) {
        this.subscriptions = subscriptions;
        this.jdbc = jdbc;
    }

    /**
     * What there is at one moment.
     *
     * @param domains of subscriptions in use that stay where they are
     * @param administrators accounts that orders had made at the CA where the customer still is, by subscription
     * @param inOrders organisations of orders, moves and validations that are not closed
     * @param ending subscriptions whose end is under way
     * @param closing subscriptions whose file of notice is open
     */
    record Holdings(
            List<Subscription> subscriptions,
            Map<Long, List<String>> domains,
            Map<Long, String> administrators,
            Set<String> inOrders,
            Set<Long> ending,
            Set<Long> closing) {

        /** In use at a CA, and nobody moves or ends them now. */
        Stream<Subscription> running(String authority) {
            return subscriptions.stream()
                    .filter(one -> one.state() == SubscriptionState.ACTIVE)
                    .filter(one -> isAt(one, authority) && !ending.contains(one.id()));
        }

        /** Ended, with nothing left to be done about them, and of an organisation that nobody uses any more. */
        Stream<Subscription> ended(String authority) {
            return subscriptions.stream()
                    .filter(one -> one.state() == SubscriptionState.TERMINATED && one.endsOn() != null)
                    .filter(one -> isAt(one, authority) && !closing.contains(one.id()))
                    .filter(one -> !isUsed(authority, one.references().organisationId()));
        }

        /** A subscription that lives has the organisation, or somebody works on it. */
        boolean isUsed(String authority, String organisation) {
            return inOrders.contains(organisation)
                    || subscriptions.stream()
                            .filter(one -> one.state() != SubscriptionState.TERMINATED)
                            .anyMatch(one -> isAt(one, authority)
                                    && organisation.equals(one.references().organisationId()));
        }

        /** The same, or one that has ended had it. */
        boolean isKnown(String authority, String organisation) {
            return inOrders.contains(organisation)
                    || subscriptions.stream()
                            .anyMatch(one -> isAt(one, authority)
                                    && organisation.equals(one.references().organisationId()));
        }

        Stream<Domain> domains(Subscription subscription) {
            return domains.getOrDefault(subscription.id(), List.of()).stream().map(Domain::new);
        }

        private static boolean isAt(Subscription subscription, String authority) {
            return authority.equals(subscription.references().authority())
                    && subscription.references().organisationId() != null;
        }
    }

    Holdings read() {
        return new Holdings(
                subscriptions.all(SERVICE),
                subscriptions.domains(SERVICE),
                administrators(),
                Set.copyOf(jdbc.sql("select d.organisation_id from dcs_order d join service_order o"
                                + " on o.number = d.order_number"
                                + " where o.closed_at is null and d.organisation_id is not null")
                        .query(String.class)
                        .list()),
                ids("select t.subscription_id from termination t join service_order o on o.number = t.order_number"
                        + " where o.closed_at is null and t.ending_since is not null"),
                ids("select t.subscription_id from termination t join service_order o on o.number = t.order_number"
                        + " where o.closed_at is null and t.subscription_id is not null"));
    }

    /** Whether any customer's organisation is or was at a CA. */
    boolean isUsed(String authority) {
        return jdbc.sql("select count(*) from subscription where service = 'DCS' and authority = ?")
                        .param(authority)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Map<Long, String> administrators() {
        Map<Long, String> administrators = new HashMap<>();
        jdbc.sql(
                        "select s.id, d.administrator_id from subscription s join dcs_order d on d.order_number = s.order_number"
                                + " where s.state = 'active' and d.administrator_id is not null and d.authority = s.authority")
                .query(row -> {
                    administrators.put(row.getLong("id"), row.getString("administrator_id"));
                });
        return administrators;
    }

    private Set<Long> ids(String sql) {
        return jdbc.sql(sql).query(Long.class).list().stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}

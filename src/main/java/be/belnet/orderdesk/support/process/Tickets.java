package be.belnet.orderdesk.support.process;

import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Knows who can be pointed to the certificate authority with a question (D12). */
@Component
class Tickets {
    private static final String CERTIFICATES = "DCS";

    private final OrderFile orders;
    private final Subscriptions subscriptions;
    private final Authorities authorities;

    Tickets(OrderFile orders, Subscriptions subscriptions, Authorities authorities) {
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.authorities = authorities;
    }

    /** Whether whoever asked can open a ticket where its certificates come from. */
    boolean areTaken(String orderNumber) {
        Order order = orders.get(orderNumber);
        return order.service().equals(CERTIFICATES) && issuers(order).stream().anyMatch(authorities::takesTickets);
    }

    /** The authority in force for those that have no certificates yet. */
    private List<String> issuers(Order order) {
        List<String> own = order.acronym() == null ? List.of() : issuers(order.acronym());
        return own.isEmpty() ? List.of(authorities.inForce()) : own;
    }

    private List<String> issuers(String acronym) {
        return subscriptions.running(acronym, CERTIFICATES).stream()
                .map(subscription -> subscription.references().authority())
                .filter(Objects::nonNull)
                .toList();
    }
}

package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.order.OrderClosed;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.subscription.Subscriptions;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the customer's subscription go on where its migration ends: at the new CA, or where it was. */
@Component
class MigratedSubscriptions {
    private final Migrations migrations;
    private final DcsOrders dcsOrders;
    private final Subscriptions subscriptions;

    MigratedSubscriptions(Migrations migrations, DcsOrders dcsOrders, Subscriptions subscriptions) {
        this.migrations = migrations;
        this.dcsOrders = dcsOrders;
        this.subscriptions = subscriptions;
    }

    @EventListener
    void closed(OrderClosed file) {
        if (migrations.find(file.number()).isEmpty()) {
            return;
        }
        DcsOrder moved = dcsOrders.get(file.number());
        boolean arrived = file.state() == OrderState.COMPLETED;
        subscriptions.endMigration(file.number(), moved.authority(), arrived ? moved.organisationId() : null);
    }
}

package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.bams.BamsProperties.LicenceRoute;
import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By when a customer may expect its appliance: about a week after both signed copies are here (B8). */
@Service
@Transactional
public class DeliveryPromise {
    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final CustomerTalks talks;
    private final Subscriptions subscriptions;
    private final BamsProperties properties;
    private final OpeningDays openingDays;
    private final Clock clock;

    DeliveryPromise(
            OrderFile orders,
            BamsOrders bamsOrders,
            CustomerTalks talks,
            Subscriptions subscriptions,
            BamsProperties properties,
            OpeningDays openingDays,
            Clock clock) {
        this.orders = orders;
        this.bamsOrders = bamsOrders;
        this.talks = talks;
        this.subscriptions = subscriptions;
        this.properties = properties;
        this.openingDays = openingDays;
        this.clock = clock;
    }

    /**
     * Keeps what a delivery begins with: the promised day, and which way the licence is bought. Safe to repeat: what is
     * kept once stays, whatever the settings say later.
     *
     * @return whether the licence is bought through the distributor
     */
    public boolean begin(String orderNumber) {
        BamsOrder order = bamsOrders.get(orderNumber);
        if (order.promisedOn() != null) {
            return order.throughDistributor();
        }
        boolean throughDistributor = properties.licenceRoute() == LicenceRoute.DISTRIBUTOR;
        LocalDate day = openingDays.after(BelgianTime.today(clock), properties.deliveryDays());
        bamsOrders.beginDelivery(orderNumber, day, throughDistributor);
        subscriptions.provision(orderNumber);
        orders.record(orderNumber, "deliveryBegun", Map.of("on", day.toString()));
        return throughDistributor;
    }

    /** Promises another day, and tells the customer which and why. */
    public void change(String orderNumber, LocalDate day, String reason) {
        LocalDate before = bamsOrders.get(orderNumber).promisedOn();
        bamsOrders.promise(orderNumber, day);
        orders.record(orderNumber, "newDateTold", Map.of("on", day.toString(), "reason", reason));
        talks.announceNewDate(orderNumber, before, reason);
    }
}

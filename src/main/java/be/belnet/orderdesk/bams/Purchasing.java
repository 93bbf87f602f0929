package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.OrderFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Buys licences through the distributor, by mail. */
@Service
@Transactional
public class Purchasing {
    private static final String ORDERED = "purchaseOrderSent";

    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final CustomerRegister customers;
    private final Correspondence correspondence;
    private final BamsProperties properties;

    Purchasing(
            OrderFile orders,
            BamsOrders bamsOrders,
            CustomerRegister customers,
            Correspondence correspondence,
            BamsProperties properties) {
        this.orders = orders;
        this.bamsOrders = bamsOrders;
        this.customers = customers;
        this.correspondence = correspondence;
        this.properties = properties;
    }

    /** Mails the purchase order; its number is the order's. */
    public void sendPurchaseOrder(String orderNumber) {
        Needs needs = bamsOrders.get(orderNumber).needs();
        Map<String, Object> model = new HashMap<>();
        model.put("endCustomer", endCustomer(orderNumber));
        model.put("cpus", Integer.toString(needs.cpus()));
        model.put("servicePackage", needs.servicePackage());
        model.put("addOns", List.copyOf(needs.addOns()));
        correspondence.send(new Mail(orderNumber, "purchase-order", distributor(), model));
        orders.record(
                orderNumber,
                ORDERED,
                Map.of("distributor", properties.distributor().name()));
    }

    /** Asks the distributor to drop a purchase order whose licence has not come; does nothing where none is open. */
    public void cancelPurchaseOrder(String orderNumber) {
        if (isOpen(orderNumber)) {
            correspondence.send(new Mail(orderNumber, "purchase-order-cancelled", distributor(), Map.of()));
        }
    }

    /** Whether a purchase order went out and no licence has come of it yet. */
    @Transactional(readOnly = true)
    public boolean isOpen(String orderNumber) {
        return bamsOrders.get(orderNumber).registrationCode() == null && orders.has(orderNumber, ORDERED);
    }

    private String endCustomer(String orderNumber) {
        String acronym = orders.get(orderNumber).acronym();
        return customers.find(acronym).map(Organisation::legalName).orElse(acronym);
    }

    private Recipient distributor() {
        var distributor = properties.distributor();
        return new Recipient("distributor", distributor.name(), distributor.email(), distributor.language());
    }
}

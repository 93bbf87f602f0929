package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.team.Colleagues;
import org.springframework.stereotype.Component;

/** The account managers of orders, as mails address them. */
@Component
public class AccountManagers {
    private final OrderFile orders;
    private final Colleagues colleagues;

    AccountManagers(OrderFile orders, Colleagues colleagues) {
        this.orders = orders;
        this.colleagues = colleagues;
    }

    /** The order's account manager, or who stands in today; at Belnet's own address where the directory has none. */
    public Recipient of(String orderNumber) {
        return colleagues.accountManager(orders.get(orderNumber).accountManager());
    }

    /** The order's account manager, were it one who is away today. */
    Recipient inPerson(String orderNumber) {
        return colleagues.inPerson(orders.get(orderNumber).accountManager());
    }
}

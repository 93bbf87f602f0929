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

    /** Whoever it is, away today or not. */
    Recipient inPerson(String userId) {
        return colleagues.inPerson(userId);
    }
}

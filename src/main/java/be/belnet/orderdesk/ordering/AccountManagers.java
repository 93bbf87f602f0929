package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffDirectory.StaffMember;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The account managers of orders, as mails address them. */
@Component
public class AccountManagers {
    private final OrderFile orders;
    private final StaffDirectory staff;
    private final Belnet belnet;

    AccountManagers(OrderFile orders, StaffDirectory staff, Belnet belnet) {
        this.orders = orders;
        this.staff = staff;
        this.belnet = belnet;
    }

    /** The order's account manager, at Belnet's own address where the directory has none. */
    public Recipient of(String orderNumber) {
        return named(orders.get(orderNumber).accountManager());
    }

    /** @param id user id */
    Recipient named(String id) {
        StaffMember member = staff.find(id).orElse(new StaffMember(id, id, null));
        String email = Optional.ofNullable(member.email()).orElse(belnet.mail());
        return new Recipient("accountManager", member.name(), email, "en");
    }
}

package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.order.Consequence;
import be.belnet.orderdesk.ordering.OrderedService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Mail security as a service that can be ordered. */
@Component
class MailSecurityService implements OrderedService {
    private static final String UNKNOWN = "–";

    private final BamsOrders bamsOrders;
    private final Delivery delivery;
    private final Purchasing purchasing;
    private final CustomerTalks talks;

    MailSecurityService(BamsOrders bamsOrders, Delivery delivery, Purchasing purchasing, CustomerTalks talks) {
        this.bamsOrders = bamsOrders;
        this.delivery = delivery;
        this.purchasing = purchasing;
        this.talks = talks;
    }

    @Override
    public String service() {
        return "BAMS";
    }

    @Override
    public void open(String orderNumber) {
        bamsOrders.open(orderNumber);
    }

    @Override
    public Map<String, Object> besideContract(String orderNumber) {
        Map<String, Object> model = new HashMap<>();
        Optional.ofNullable(bamsOrders.get(orderNumber).cutOverOn()).ifPresent(day -> model.put("cutOverOn", day));
        return model;
    }

    @Override
    public void activate(String orderNumber) {
        delivery.activate(orderNumber);
    }

    @Override
    public List<Consequence> consequences(String orderNumber) {
        List<Consequence> all = new ArrayList<>();
        if (bamsOrders.find(orderNumber).isEmpty()) {
            return all;
        }
        if (talks.isMeetingAhead(orderNumber)) {
            all.add(new Consequence("meetingCancelled", UNKNOWN, true));
        }
        if (purchasing.isOpen(orderNumber)) {
            all.add(new Consequence("distributorAsked", UNKNOWN, false));
        }
        return all;
    }

    @Override
    public void leave(String orderNumber) {
        if (bamsOrders.find(orderNumber).isPresent()) {
            purchasing.cancelPurchaseOrder(orderNumber);
            talks.cancelMeeting(orderNumber);
        }
    }
}

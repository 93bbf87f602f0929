package be.belnet.orderdesk.support;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDetails;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the order file's readers what a question is about. */
@Component
class SupportDetails implements OrderDetails {
    private final SupportRequests requests;

    SupportDetails(SupportRequests requests) {
        this.requests = requests;
    }

    @Override
    public boolean tellOf(Order order) {
        return order.kind().equals(SupportRequests.KIND);
    }

    @Override
    public List<Detail> determined(String number) {
        return requests.find(number).map(SupportDetails::details).orElse(List.of());
    }

    @Override
    public List<Reference> references(String number) {
        return List.of();
    }

    private static List<Detail> details(SupportRequest request) {
        List<Detail> details = new ArrayList<>();
        details.add(new Detail(
                "support.detail.topic", "support.topic." + request.topic().code()));
        if (request.certificateOrder() != null) {
            details.add(new Detail("support.detail.certificateOrder", request.certificateOrder()));
        }
        return details;
    }
}

package be.belnet.orderdesk.follow.process;

import be.belnet.orderdesk.follow.CustomersNews;
import be.belnet.orderdesk.workflow.Waits;
import org.springframework.stereotype.Component;

/** Ends waits for the customer. */
@Component
class NewsOfCustomers implements CustomersNews {
    private final Waits waits;

    NewsOfCustomers(Waits waits) {
        this.waits = waits;
    }

    @Override
    public void answered(String orderNumber) {
        waits.customerAnswered(orderNumber);
    }
}

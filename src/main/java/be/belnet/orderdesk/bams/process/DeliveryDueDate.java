package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.workflow.VisibleToModels;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** By when the last task of a delivery is due: on the day that the customer was promised. Models name it. */
@VisibleToModels
@Component
public class DeliveryDueDate {
    private final BamsOrders bamsOrders;
    private final OpeningDays openingDays;

    DeliveryDueDate(BamsOrders bamsOrders, OpeningDays openingDays) {
        this.bamsOrders = bamsOrders;
        this.openingDays = openingDays;
    }

    public Date of(DelegateExecution execution) {
        return openingDays.endOfBusiness(
                bamsOrders.get(execution.getProcessBusinessKey()).promisedOn());
    }
}

package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.workflow.VisibleToModels;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** By when the last task of a delivery is due: on the day that the customer was promised. Models name it. */
@VisibleToModels
@Component
public class DeliveryDueDate {
    private static final String HAND_OVER = "userTask_handOverAppliance";

    private final BamsOrders bamsOrders;
    private final OpeningDays openingDays;
    private final TaskService tasks;

    DeliveryDueDate(BamsOrders bamsOrders, OpeningDays openingDays, @Lazy TaskService tasks) {
        this.bamsOrders = bamsOrders;
        this.openingDays = openingDays;
        this.tasks = tasks;
    }

    public Date of(DelegateExecution execution) {
        return of(execution.getProcessBusinessKey());
    }

    /** Lets a hand-over that waits be due on the day that is promised now. */
    void keepUp(String orderNumber) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(orderNumber)
                .taskDefinitionKey(HAND_OVER)
                .list()
                .forEach(open -> {
                    open.setDueDate(of(orderNumber));
                    tasks.saveTask(open);
                });
    }

    private Date of(String orderNumber) {
        return openingDays.endOfBusiness(bamsOrders.get(orderNumber).promisedOn());
    }
}

package be.belnet.orderdesk.team;

import be.belnet.orderdesk.customer.Portfolios.Managed;
import be.belnet.orderdesk.order.Order;
import java.util.List;

/**
 * All that is somebody's now.
 *
 * @param tasks open ones, those that a substitute has meanwhile too
 * @param orders open ones, whose account manager the person is
 * @param customers of the register
 * @param standsInFor absences of others, present and to come, in which the person stands in
 */
public record Work(List<OpenWork> tasks, List<Order> orders, List<Managed> customers, List<Absence> standsInFor) {

    /**
     * An open task.
     *
     * @param order number of the order, or of what else the task is about
     * @param activity element id in the model
     */
    public record OpenWork(String task, String order, String activity) {}

    public boolean isEmpty() {
        return tasks.isEmpty() && orders.isEmpty() && customers.isEmpty();
    }
}

package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.OpenTask;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.TaskGoneException;
import be.belnet.orderdesk.workflow.Waits;
import java.time.Clock;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets those who may work on a task put it off for customer or supplier, and take it up again. */
@Service
@Transactional
class WaitDesk {
    private final OrderDesk desk;
    private final Waits waits;
    private final Caller caller;
    private final Clock clock;

    WaitDesk(OrderDesk desk, Waits waits, Caller caller, Clock clock) {
        this.desk = desk;
        this.waits = waits;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws TaskGoneException when the order has no such open task
     * @throws AccessDeniedException when it is another group's
     * @throws be.belnet.orderdesk.workflow.AnswersRefusedException when the request makes no sense
     */
    void begin(String userId, Order order, String taskId, WaitRequest request) {
        check(userId, order, taskId);
        waits.begin(taskId, request.read(BelgianTime.today(clock)));
    }

    /**
     * Ends the wait of a task that waits; leaves others alone.
     *
     * @throws TaskGoneException when the order has no such open task
     * @throws AccessDeniedException when it is another group's
     */
    void end(String userId, Order order, String taskId) {
        check(userId, order, taskId);
        waits.end(taskId);
    }

    private void check(String userId, Order order, String taskId) {
        OpenTask task = desk.openTasks(order).stream()
                .filter(open -> open.id().equals(taskId))
                .findFirst()
                .orElseThrow(() -> new TaskGoneException(taskId));
        if (!caller.mayWorkOn(userId, task)) {
            throw new AccessDeniedException("Task of another group");
        }
    }
}

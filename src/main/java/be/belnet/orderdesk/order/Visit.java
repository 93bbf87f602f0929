package be.belnet.orderdesk.order;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;

/**
 * That an order stands, or stood, at an activity.
 *
 * @param leftAt null while it is there
 */
record Visit(
        String order,
        String process,
        String activity,
        String activityInstance,
        Turn turn,
        Timestamp enteredAt,
        Timestamp leftAt) {
    boolean isAt(Leaving leaving) {
        return leftAt == null && order.equals(leaving.order()) && activityInstance.equals(leaving.activityInstance());
    }

    Visit leftBy(Leaving leaving) {
        return new Visit(order, process, activity, activityInstance, turn, enteredAt, leaving.at());
    }

    /** In the order of the columns; the order's number comes last. */
    List<Object> parameters() {
        return Arrays.asList(process, activity, activityInstance, turn.code(), enteredAt, leftAt, order);
    }
}

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
    boolean isAt(Departure departure) {
        return leftAt == null
                && order.equals(departure.order())
                && activityInstance.equals(departure.activityInstance());
    }

    Visit leftBy(Departure departure) {
        return new Visit(order, process, activity, activityInstance, turn, enteredAt, departure.at());
    }

    /** In the order of the columns; the order's number comes last. */
    List<Object> parameters() {
        return Arrays.asList(process, activity, activityInstance, turn.code(), enteredAt, leftAt, order);
    }
}

package be.belnet.orderdesk.team;

import java.time.Instant;

/**
 * An open task with a day by which it should be done.
 *
 * @param order number of the order, or of what else the task is about
 * @param activity element id in the model
 */
public record DueTask(String task, String order, String activity, Instant due) {}

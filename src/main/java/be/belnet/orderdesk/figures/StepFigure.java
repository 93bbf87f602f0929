package be.belnet.orderdesk.figures;

import be.belnet.orderdesk.order.Turn;
import java.time.Duration;

/**
 * What a step of a process costs one side, in running and finished orders alike. A step that was put off is one part for
 * each side.
 *
 * @param activity element id in the model
 * @param passed parts that ended within the period
 * @param median elapsed time of these, nights and weekends included; null where none ended
 * @param total of all these
 * @param standing parts that go on now
 */
public record StepFigure(String activity, Turn turn, long passed, Duration median, Duration total, long standing) {}

package be.belnet.orderdesk.failure;

import java.time.Instant;

/**
 * A step that the engine does not try any more.
 *
 * @param jobId the engine's job that would go on with it
 * @param orderNumber business key of its process: mostly of an order; a reconciliation has a number of its own
 * @param activity id of the element in the model
 * @param partner whom the cause lies with, as staff know it; null where it lies with none
 * @param cause what failures of one cause have in common
 * @param words the partner's answer, or ours
 * @param failure number of the failure that it was gathered in; null until then
 */
public record FailedStep(
        String jobId,
        String orderNumber,
        String activity,
        String partner,
        String cause,
        String words,
        Instant failedAt,
        String failure) {
    private static final String UNDOING = "serviceTask_undoEffects";

    /** The name of its effect at a partner, where it has one. */
    public String effect() {
        return activity.substring(activity.indexOf('_') + 1);
    }

    /** Whether it takes back what was done for an order that is left. */
    public boolean isUndoing() {
        return activity.equals(UNDOING);
    }
}

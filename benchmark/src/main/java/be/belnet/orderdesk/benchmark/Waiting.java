package be.belnet.orderdesk.benchmark;

/**
 * Something that an order waits for.
 *
 * @param id of the task, or of the execution that a message is for
 * @param activity as in the model
 * @param assignee null where nobody has the task, and for a message
 */
record Waiting(String id, String activity, String assignee, String order) {
    static final String APPLIANCE_READY = "receiveTask_applianceReady";

    boolean isMessage() {
        return activity.equals(APPLIANCE_READY);
    }
}

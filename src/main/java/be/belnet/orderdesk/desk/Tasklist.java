package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.OpenTask;

/** Where people work on tasks. */
final class Tasklist {
    private Tasklist() {}

    /** Path that opens a task. */
    static String link(OpenTask task) {
        return "/camunda/app/tasklist/default/#/?task=" + task.id();
    }
}

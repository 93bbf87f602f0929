package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.OpenTask;

/** Where people work on tasks. */
final class Tasklist {
    private Tasklist() {}

    static String link(String taskId) {
        return "/camunda/app/tasklist/default/#/?task=" + taskId;
    }

    /** Path that opens a task. */
    static String link(OpenTask task) {
        return link(task.id());
    }
}

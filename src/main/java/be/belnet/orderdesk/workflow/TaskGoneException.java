package be.belnet.orderdesk.workflow;

/** The task is done or was taken back; whoever wanted something of it looks at an old picture. */
public class TaskGoneException extends RuntimeException {
    public TaskGoneException(String taskId) {
        super("No task " + taskId);
    }
}

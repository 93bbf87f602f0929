package be.belnet.orderdesk.failure;

/** Has failed steps tried again without the task that asks what becomes of them. */
public interface FailureRetry {
    /**
     * Has all steps of a failure tried again as if for the first time, in the caller's transaction; its task is taken back by
     * the next round.
     *
     * @return how many; 0 when they went on already
     */
    int retryAll(String failure);
}

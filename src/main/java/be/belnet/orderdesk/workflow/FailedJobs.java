package be.belnet.orderdesk.workflow;

/** Is told, in the engine's transaction, of each job that is out of attempts. */
public interface FailedJobs {
    void note(FailedJob job);
}

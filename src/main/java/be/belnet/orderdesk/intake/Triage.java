package be.belnet.orderdesk.intake;

/** Puts mails before a person. */
public interface Triage {
    /**
     * In the caller's transaction.
     *
     * @param number of the task's own series; its mails bear it
     * @param bounced nothing is to be sorted, since a mail of ours came back
     */
    void begin(String number, boolean bounced);

    /** Nothing is left to be sorted of it; the task is taken back. Does nothing where it is done already. */
    void takeBack(String number);
}

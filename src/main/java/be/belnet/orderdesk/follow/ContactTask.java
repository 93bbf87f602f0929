package be.belnet.orderdesk.follow;

/** Puts a change of a contact before staff. All of it happens in the caller's transaction. */
public interface ContactTask {
    /** @param number of the change */
    void begin(String number);

    /** The contact itself has answered: nobody need decide any more. */
    void answered(String number, boolean changed);
}

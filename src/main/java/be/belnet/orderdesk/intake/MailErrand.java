package be.belnet.orderdesk.intake;

/**
 * Takes up what a mail asks for beyond ordering: each part of Orderdesk that ends, changes or supports services implements
 * it, once for its kind.
 */
public interface MailErrand {
    /** {@link MailKind#TERMINATION}, {@link MailKind#CHANGE} or {@link MailKind#SUPPORT}. */
    MailKind kind();

    /**
     * Opens a file for it in the caller's transaction, once for each token. The mail and its attachments are put there
     * afterwards, and its sender is told.
     *
     * @return the file's number
     * @throws be.belnet.orderdesk.workflow.AnswersRefusedException when it cannot be opened like this; a person decides
     */
    String open(MailRequest request);
}

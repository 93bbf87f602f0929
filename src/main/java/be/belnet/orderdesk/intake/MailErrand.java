package be.belnet.orderdesk.intake;

/**
 * Takes up what a mail asks for beyond ordering: a part of Orderdesk that ends or supports services implements it, once
 * for its kind. As long as none does, a person takes such mails up by hand.
 */
public interface MailErrand {
    /** {@link MailKind#TERMINATION} or {@link MailKind#SUPPORT}. */
    MailKind kind();

    /**
     * Opens a file for it in the caller's transaction; the mail and its attachments are put there afterwards.
     *
     * @return the file's number
     * @throws be.belnet.orderdesk.workflow.AnswersRefusedException when it cannot be opened like this; a person decides
     */
    String open(MailRequest request);
}

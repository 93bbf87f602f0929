package be.belnet.orderdesk.change;

import java.util.Map;

/** The process that the files of changes run in. */
public interface ChangeProcess {
    /**
     * Starts a change with the answers of its start form, as the desk would have entered them.
     *
     * @param answers by field key of the start form
     * @return the file's number
     */
    String start(Map<String, Object> answers);

    /**
     * Opens the file of a change and starts its process, in the caller's transaction. Safe to repeat with the same token.
     *
     * @param token names what the change came with, such as a mail; at most 200 characters
     * @return the file's number
     * @throws be.belnet.orderdesk.workflow.AnswersRefusedException when it is not clear what is to be changed, or it may not
     *     be changed now
     */
    String begin(NewChange change, String token);
}

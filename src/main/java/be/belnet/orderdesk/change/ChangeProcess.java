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
}

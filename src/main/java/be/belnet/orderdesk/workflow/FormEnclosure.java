package be.belnet.orderdesk.workflow;

import java.util.Map;

/** What goes with a task's answers, whichever form it is. */
public interface FormEnclosure {
    /** Values of its own fields to fill in when the form opens, by field key. */
    default Map<String, Object> values(String form, FormContext context) {
        return Map.of();
    }

    /** Keeps it in the transaction that keeps the answers, before the form does; nothing where there is none. */
    void keep(String form, FormContext context, Answers answers);
}

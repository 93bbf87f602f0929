package be.belnet.orderdesk.audit;

import be.belnet.orderdesk.workflow.Answers;
import java.util.Optional;

/** Finds the order that answers are about, where their task is about something else; modules with such tasks implement it. */
public interface Concerned {
    /**
     * The order's number; empty where this one does not know.
     *
     * @param form of the task
     * @param number what the task is about
     */
    Optional<String> order(String form, String number, Answers answers);
}

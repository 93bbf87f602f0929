package be.belnet.orderdesk.team;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a morning's mail tells one person. Each part has the links by their words, in their order.
 *
 * @param answered what customers did since the last one, by their orders
 * @param covering tasks that the person has in the place of another, by that one's name too
 * @param groupDue tasks of the person's groups that nobody has, and that are due today or were before
 * @param back page of what happened while the person was away; empty unless they are just back
 */
record Digest(
        Map<String, String> dueToday,
        Map<String, String> overdue,
        Map<String, String> answered,
        Map<String, String> covering,
        long groupDue,
        String back) {
    boolean isEmpty() {
        return dueToday.isEmpty()
                && overdue.isEmpty()
                && answered.isEmpty()
                && covering.isEmpty()
                && groupDue == 0
                && back.isEmpty();
    }

    /** As the mail's template needs it. */
    Map<String, Object> model(String tasklist, String settings) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("dueToday", dueToday);
        model.put("overdue", overdue);
        model.put("answered", answered);
        model.put("covering", covering);
        model.put("groupDue", Long.toString(groupDue));
        model.put("back", back);
        model.put("tasklist", tasklist);
        model.put("settings", settings);
        return model;
    }
}

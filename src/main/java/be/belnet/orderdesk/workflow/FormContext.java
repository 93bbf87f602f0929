package be.belnet.orderdesk.workflow;

import java.util.Locale;

/**
 * Whose form it is and who looks at it.
 *
 * @param orderNumber null for a start form
 * @param taskId null for a start form
 * @param process id of the process that a start form starts; null for a task's
 * @param userId who fills it in
 * @param locale nl, fr, en or de: the reader's
 */
public record FormContext(String orderNumber, String taskId, String process, String userId, Locale locale) {
    public FormContext(String orderNumber, String taskId, String userId, Locale locale) {
        this(orderNumber, taskId, null, userId, locale);
    }
}

package be.belnet.orderdesk.workflow;

import java.time.Instant;
import java.util.Map;

/**
 * What somebody has typed into a task's form and not sent yet.
 *
 * @param answers by field key, as the form has them and unchecked; null for a field left empty
 * @param edition another one with each save
 * @param author user id of who saved it last
 */
public record TaskDraft(String taskId, Map<String, Object> answers, String edition, String author, Instant savedAt) {}

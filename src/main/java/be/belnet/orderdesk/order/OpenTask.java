package be.belnet.orderdesk.order;

import java.time.Instant;
import java.util.List;

/**
 * A task that waits for a person.
 *
 * @param assignee user id; null while nobody claimed it
 * @param due null when none is set
 */
public record OpenTask(
        String id,
        String definitionKey,
        String name,
        String assignee,
        List<String> candidateGroups,
        Instant created,
        Instant due) {}

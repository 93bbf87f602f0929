package be.belnet.orderdesk.contract;

import java.time.Instant;

/**
 * A scan that waits beside a task's form, without its bytes.
 *
 * @param addedBy user id
 */
public record TaskScan(
        String taskId, String orderNumber, ScanKind kind, String sha256, int pages, String addedBy, Instant addedAt) {}

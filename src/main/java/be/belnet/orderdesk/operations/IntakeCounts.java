package be.belnet.orderdesk.operations;

import java.time.Duration;
import java.util.Map;

/**
 * Where mails from the box stand.
 *
 * @param mails by state; those without a mail are absent
 * @param unread zero where no box is read
 */
record IntakeCounts(Map<String, Long> mails, Duration unread) {
    long mails(String state) {
        return mails.getOrDefault(state, 0L);
    }
}

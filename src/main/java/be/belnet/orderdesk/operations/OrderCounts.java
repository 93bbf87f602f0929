package be.belnet.orderdesk.operations;

import java.time.Duration;
import java.util.Map;

/**
 * Where orders, effects and mails stand.
 *
 * @param orders by state and turn, with a blank between them; those without an order are absent
 * @param effects by state; those without an effect are absent
 * @param oldLeases attempts at a partner that should have ended long ago
 * @param oldestMail zero when no mail waits
 */
record OrderCounts(
        Map<String, Long> orders, Map<String, Long> effects, long oldLeases, long mailsWaiting, Duration oldestMail) {

    long orders(String state, String turn) {
        return orders.getOrDefault(state + " " + turn, 0L);
    }

    long effects(String state) {
        return effects.getOrDefault(state, 0L);
    }
}

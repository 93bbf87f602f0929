package be.belnet.orderdesk.dcs.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How often one file's page may be acted on: each act asks name servers, and perhaps the CA. Counts for one node. */
@Component
class Pace {
    static final int ACTS = 20;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Deque<Instant>> lately = new ConcurrentHashMap<>();
    private final Clock clock;

    Pace(Clock clock) {
        this.clock = clock;
    }

    /** Counts an act; false for one too many, which does not count. */
    boolean allows(String orderNumber) {
        Instant now = clock.instant();
        lately.values().removeIf(acts -> isOver(acts, now));
        Deque<Instant> acts = lately.computeIfAbsent(orderNumber, number -> new ArrayDeque<>());
        synchronized (acts) {
            acts.removeIf(act -> !act.isAfter(now.minus(WINDOW)));
            return acts.size() < ACTS && acts.add(now);
        }
    }

    private static boolean isOver(Deque<Instant> acts, Instant now) {
        synchronized (acts) {
            return acts.isEmpty() || !acts.getLast().isAfter(now.minus(WINDOW));
        }
    }
}

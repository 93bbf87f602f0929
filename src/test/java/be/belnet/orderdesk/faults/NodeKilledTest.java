package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** F1: nodes are killed at random while they open orders and while partners work for them. */
@Tag("faults")
class NodeKilledTest {
    private static final Duration LOCK_TIME = Duration.ofSeconds(36);

    private final int count = Sizes.of("f1.orders", 40, 1000);
    private final int kills = Sizes.of("f1.kills", 3, 50);
    private final Random random = new Random(Sizes.SEED);

    @Test
    void killedNodesLoseNothingAndDoNothingTwice() {
        Site site = Site.with();
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Progress progress = new Progress(site)) {
            Disturbed run = new Disturbed(site, staff, progress);
            Set<String> orders = run.deliver(count, kills, () -> killAny(site));
            Instant lastFault = Instant.now();
            site.nodes().forEach(Node::awaitUp);
            progress.drain(orders, Duration.ofMinutes(10));
            Duration drained = Duration.between(lastFault, Instant.now());
            Audit audit = new Auditor(site, orders).audit();
            Report.row("F1", kills + " × kill -9", audit, drained.toSeconds() + " s", run.notes());

            assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
            assertThat(audit.parked()).hasSizeLessThanOrEqualTo(count / 200);
            assertThat(drained).isLessThan(LOCK_TIME.plusMinutes(2));
            assertThat(progress.workers(Duration.ofMinutes(5)))
                    .as("nodes at work")
                    .hasSize(2);
        }
    }

    private void killAny(Site site) {
        Node node = site.node(random);
        node.kill();
        node.start();
    }
}

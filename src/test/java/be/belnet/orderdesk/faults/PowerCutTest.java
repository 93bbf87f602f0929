package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** F5: the database stops as by a power cut, is away for a while, or takes hardly any connection. */
@Tag("faults")
class PowerCutTest {
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final int count = Sizes.of("f5.orders", 12, 500);
    private final int restarts = Sizes.of("f5.restarts", 1, 20);
    private final int outages = Sizes.of("f5.outages", 0, 3);
    private Duration longestRecovery = Duration.ZERO;

    @Test
    void workGoesOnByItselfWhenTheDatabaseIsBack() {
        Site site = Site.with();
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Progress progress = new Progress(site)) {
            Disturbed run = new Disturbed(site, staff, progress);
            int[] done = {0};
            int all = restarts + outages + (Sizes.full() ? 1 : 0);
            Set<String> orders = run.deliver(count, all, () -> disturb(site, done[0]++));
            Duration drained = progress.drain(orders, Duration.ofMinutes(10));
            Audit audit = new Auditor(site, orders).audit();
            Report.row(
                    "F5",
                    "%d immediate restarts, %d outages of 60 s".formatted(restarts, outages),
                    audit,
                    drained.toSeconds() + " s",
                    "%s; healthy again after at most %d s".formatted(run.notes(), longestRecovery.toSeconds()));

            assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
            assertThat(audit.parked()).hasSizeLessThanOrEqualTo(count / 200);
            assertThat(longestRecovery).isLessThan(RECOVERY);
        }
    }

    private void disturb(Site site, int time) {
        if (time < restarts) {
            stop(site, Duration.ZERO);
        } else if (time < restarts + outages) {
            stop(site, Duration.ofSeconds(60));
        } else {
            starve(site);
        }
    }

    /** Health is red while the database is away, and green again by itself. */
    private void stop(Site site, Duration away) {
        Instant stopped = Instant.now();
        site.postgres().stopImmediately();
        Awaitility.await("red health").atMost(RECOVERY).until(() -> site.nodes().stream()
                .noneMatch(Node::isHealthy));
        pause(away.minus(Duration.between(stopped, Instant.now())));
        site.postgres().start();
        recover(site);
    }

    private void starve(Site site) {
        site.postgres().limitConnections(3);
        pause(Duration.ofSeconds(30));
        site.postgres().limitConnections(-1);
        recover(site);
    }

    private void recover(Site site) {
        Instant back = Instant.now();
        Awaitility.await("green health").atMost(RECOVERY.multipliedBy(2)).until(() -> site.nodes().stream()
                .allMatch(Node::isHealthy));
        longestRecovery = Stream.of(longestRecovery, Duration.between(back, Instant.now()))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static void pause(Duration length) {
        try {
            TimeUnit.MILLISECONDS.sleep(Math.max(0, length.toMillis()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

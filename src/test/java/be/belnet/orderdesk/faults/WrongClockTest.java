package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * F7: the clock of one node is wrong, by more than a job's lock but less than an effect's lease, or by minutes with the
 * times of production.
 */
@Tag("faults-full")
class WrongClockTest {
    private final int count = Sizes.of("f7.orders", 20, 75);

    @ParameterizedTest
    @ValueSource(strings = {"PT30S", "PT-30S"})
    void clockThatIsWrongByMoreThanTheLockDoublesNothing(String offset) {
        deliver(
                offset,
                "lock 15 s",
                "--node2:orderdesk.faults.clock-offset=" + offset,
                "--orderdesk.operations.clock.limit=1h",
                "--camunda.bpm.job-execution.lock-time-in-millis=15000",
                "--orderdesk.effects.lease=PT40S",
                "--camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle="
                        + SlowPartnerTest.retries("PT41S"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT10M", "PT-10M"})
    void clockThatIsWrongByMinutesDoublesNothing(String offset) {
        deliver(
                offset,
                "lock and lease of production",
                "--node2:orderdesk.faults.clock-offset=" + offset,
                "--orderdesk.operations.clock.limit=1h",
                "--camunda.bpm.job-execution.lock-time-in-millis=900000",
                "--orderdesk.effects.lease=PT5M",
                "--orderdesk.fortinet.gate.patience=20s");
    }

    /** With the limit of production it does not come to that: jobs stand still there, and it tells so. */
    @Test
    void nodeWhoseClockIsWrongTellsSoAndRunsNoJobs() {
        Site site = Site.empty("--node2:orderdesk.faults.clock-offset=PT30S");
        Node right = site.nodes().get(0);
        Node wrong = site.nodes().get(1);
        site.nodes().forEach(Node::start);
        right.awaitUp();
        Awaitility.await("a node that is out of service")
                .atMost(Duration.ofMinutes(3))
                .until(wrong::isOutOfService);
        site.furnish();
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Progress progress = new Progress(site)) {
            Disturbed run = new Disturbed(site, staff, progress);
            Set<String> orders = run.deliver(count, 0, () -> {});
            Duration drained = progress.drain(orders, Duration.ofMinutes(30));
            Audit audit = new Auditor(site, orders).audit();
            Report.row(
                    "F7",
                    "one clock PT30S, limit of production",
                    audit,
                    drained.toSeconds() + " s",
                    "jobs run by " + progress.workers(Duration.ofHours(1)));

            assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
            assertThat(audit.completed()).isEqualTo(count);
            assertThat(progress.workers(Duration.ofHours(1))).containsExactly("node1");
            assertThat(wrong.scrape().value("orderdesk_clock_skew_seconds")).isBetween(25.0, 35.0);
            assertThat(wrong.scrape().value("orderdesk_jobs_running")).isZero();
        } finally {
            Site.closeOpen();
        }
    }

    private void deliver(String offset, String times, String... settings) {
        Site site = Site.with(settings);
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Progress progress = new Progress(site)) {
            Disturbed run = new Disturbed(site, staff, progress);
            Set<String> orders = run.deliver(count, 0, () -> {});
            Duration drained = progress.drain(orders, Duration.ofMinutes(30));
            Audit audit = new Auditor(site, orders).audit();
            Report.row("F7", "one clock " + offset, audit, drained.toSeconds() + " s", times);

            assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
            assertThat(audit.parked()).isEmpty();
        }
    }
}

package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** F6: a partner is slower than the job's lock, so that steps run again while they still run. */
@Tag("faults-full")
class SlowPartnerTest {
    private final int count = Sizes.of("f6.orders", 12, 100);

    @Test
    void stepThatOutlivesItsLockMakesOneAppliance() {
        Site site = Site.with(
                "--camunda.bpm.job-execution.lock-time-in-millis=5000",
                "--orderdesk.openstack.connection.read-timeout=20s",
                "--orderdesk.effects.lease=PT25S",
                "--camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=" + retries("PT26S"));
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Progress progress = new Progress(site)) {
            Disturbed run = new Disturbed(site, staff, progress);
            Set<String> orders = run.prepare(count, () -> {});
            site.sandbox().fail("openstack", """
                            {"fault": "slow", "calls": "changes", "path": "servers$", "seconds": 12}""");
            run.sign(orders);
            Awaitility.await("a signal of jobs whose lock ran out")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> site.nodes().stream()
                            .anyMatch(node -> node.scrape().value("orderdesk_jobs_locks_expired") > 0));
            Duration drained = progress.drain(orders, Duration.ofMinutes(30));
            site.sandbox().heal();
            Audit audit = new Auditor(site, orders).audit();
            Report.row("F6", "lock 5 s, partner 12 s", audit, drained.toSeconds() + " s", "");

            assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
            assertThat(audit.parked()).isEmpty();
        }
    }

    static String retries(String pause) {
        return String.join(",", Collections.nCopies(8, pause));
    }
}

package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** F13: the database is set back to an earlier state, while partners keep what they did since. */
@Tag("faults-full")
class RestoreTest {
    private final int count = Sizes.of("f13.orders", 12, 100);

    @Test
    void whatPartnersDidSinceIsFoundAgain() {
        Site site = Site.with();
        Set<String> orders;
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Progress progress = new Progress(site)) {
            Disturbed run = new Disturbed(site, staff, progress);
            orders = run.prepare(count, () -> {});
            site.snapshot();
            run.sign(orders);
            Progress.until(Duration.ofMinutes(10), () -> progress.licensed(orders) >= count / 2);
        }
        site.restore();
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Progress progress = new Progress(site)) {
            new Disturbed(site, staff, progress).sign(orders);
            Duration drained = progress.drain(orders, Duration.ofMinutes(20));
            Audit audit = new Auditor(site, orders).audit();
            Report.row(
                    "F13",
                    "database set back by half the deliveries",
                    audit,
                    drained.toSeconds() + " s",
                    "mails of the time that was lost are nobody's",
                    Auditor.NOBODYS_MAIL);

            assertThat(audit.breachesBut(Auditor.NOBODYS_MAIL))
                    .as(audit.complaints())
                    .isEmpty();
            assertThat(audit.parked()).isEmpty();
        }
    }
}

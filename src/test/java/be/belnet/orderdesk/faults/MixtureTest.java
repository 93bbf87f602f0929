package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** F4: partners lose replies, fail and answer nonsense now and then, while nodes are killed. */
@Tag("faults-full")
class MixtureTest {
    private static final List<String> PARTNERS = List.of("fortiflex", "openstack", "fortimail");

    /** As often as a mixture of 5 % lost replies, 10 % server errors and 2 % malformed answers has them. */
    private static final List<String> FAULTS = List.of(
            "'reset'",
            "'timeOutAfter', 'seconds': 2",
            "'failBefore', 'status': 500",
            "'failBefore', 'status': 503",
            "'failAfter', 'status': 502",
            "'failAfter', 'status': 500",
            "'malformed'");

    private final int count = Sizes.of("f4.orders", 30, 1000);
    private final int kills = Sizes.of("f4.kills", 3, 25);
    private final Random random = new Random(Sizes.SEED);
    private volatile boolean wrong = true;
    private int switched;

    @Test
    void faultsOfPartnersAndNodesTogetherLoseNothingAndDoNothingTwice() throws InterruptedException {
        Site site = Site.with();
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Progress progress = new Progress(site)) {
            Disturbed run = new Disturbed(site, staff, progress);
            Thread trouble = new Thread(() -> goWrong(site), "trouble");
            trouble.start();
            Set<String> orders = run.deliver(count, kills, () -> killAny(site));
            wrong = false;
            trouble.join();
            site.sandbox().heal();
            site.nodes().forEach(Node::awaitUp);
            Duration drained = progress.drain(orders, Duration.ofMinutes(20));
            Audit audit = new Auditor(site, orders).audit();
            Report.row(
                    "F4",
                    "%d × kill -9, %d faults switched on for one call".formatted(kills, switched),
                    audit,
                    drained.toSeconds() + " s",
                    run.notes());

            assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
            assertThat(audit.parked()).hasSizeLessThanOrEqualTo(count / 100);
        }
    }

    private void goWrong(Site site) {
        while (wrong) {
            String partner = PARTNERS.get(random.nextInt(PARTNERS.size()));
            String fault = FAULTS.get(random.nextInt(FAULTS.size()));
            site.sandbox()
                    .fail(partner, "{'fault': %s, 'times': 1}".formatted(fault).replace('\'', '"'));
            switched++;
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(700);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void killAny(Site site) {
        Node node = site.node(random);
        node.kill();
        node.start();
    }
}

package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F9: one order kills every node that works for it. */
@Tag("faults-full")
class PoisonTest {
    private static final int CEILING = 3;

    private final int count = Sizes.of("f9.orders", 12, 200);

    @Test
    void orderThatKillsItsNodeIsStoppedAtTheCeiling() {
        Site site = Site.with("--orderdesk.effects.ceiling=" + CEILING);
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Progress progress = new Progress(site);
                Caretaker caretaker = new Caretaker(site)) {
            Disturbed run = new Disturbed(site, staff, progress);
            Set<String> orders = run.prepare(count, () -> {});
            String poison = orders.iterator().next();
            JdbcClient database = site.database();
            database.sql("insert into faults.kill_point (effect_key, place, poison, reached)"
                            + " values (?, 'AFTER_LEASE', true, 0)")
                    .param(poison + "/createAppliance")
                    .update();
            run.sign(orders);
            Duration drained = progress.drain(orders, Duration.ofMinutes(30));
            Audit audit = new Auditor(site, orders).audit();
            Report.row(
                    "F9",
                    "1 poisoned order",
                    audit,
                    drained.toSeconds() + " s",
                    caretaker.starts() + " nodes killed by it");

            assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
            assertThat(audit.parked()).containsExactly(poison);
            assertThat(audit.completed()).isEqualTo(count - 1);
            assertThat(caretaker.starts()).isEqualTo(CEILING);
        }
    }
}

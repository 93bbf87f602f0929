package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * F11: every form is sent twice at once, to both nodes, every fourth order is cancelled while a partner is called, and an
 * administrator suspends and resumes orders and raises the attempts of jobs that run.
 */
@Tag("faults-full")
class PeopleTest {
    private final int count = Sizes.of("f11.orders", 16, 200);

    @Test
    void peopleWhoMeetAtATaskOrInterfereDoNothingTwice() {
        Site site = Site.with();
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Progress progress = new Progress(site)) {
            staff.inTwos();
            Disturbed run = new Disturbed(site, staff, progress);
            Set<String> orders = run.prepare(count, () -> {});
            site.sandbox().fail("fortiflex", Disturbed.SLOW);
            site.sandbox().fail("openstack", Disturbed.SLOW);
            run.sign(orders);
            var administrator = new Administrator(site.nodes().get(0), Sizes.SEED);
            long cancelled;
            try (administrator) {
                cancelled = someOf(orders).stream()
                        .filter(order -> cancelDuringCall(order, staff, progress))
                        .count();
            }
            Duration drained = progress.drain(orders, Duration.ofMinutes(20));
            site.sandbox().heal();
            Audit audit = new Auditor(site, orders).audit();
            Report.row(
                    "F11",
                    "each form twice, %d orders cancelled during a call".formatted(cancelled),
                    audit,
                    drained.toSeconds() + " s",
                    administrator.notes() + "; " + staff.refusals() + " refusals: "
                            + String.join(", ", staff.refusalWords()));

            assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
            assertThat(audit.completed()).isEqualTo(count - (int) cancelled);
            assertThat(administrator.interventions()).isPositive();
            assertThat(staff.refusals()).isPositive();
            assertThat(staff.refusalWords()).allMatch(words -> !words.isBlank() && !words.contains("Exception"));
        }
    }

    private static List<String> someOf(Set<String> orders) {
        List<String> all = List.copyOf(orders);
        return all.stream().filter(order -> all.indexOf(order) % 4 == 0).collect(Collectors.toList());
    }

    /** Only those that partners work for at this moment. */
    private static boolean cancelDuringCall(String order, Staff staff, Progress progress) {
        Progress.until(Duration.ofMinutes(5), () -> progress.isCalling(order) || progress.isDelivered(order));
        return progress.isCalling(order) && staff.cancel(order);
    }
}

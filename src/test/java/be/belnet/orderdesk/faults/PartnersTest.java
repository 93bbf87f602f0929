package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * F3: each fault of calls that change something, at each partner of the straight way, as often as half of the orders. Faults
 * of look-ups need an outcome that is unknown first: PartnerFaultsTest has them.
 */
@Tag("faults-full")
class PartnersTest {
    private static final List<String> PARTNERS = List.of("fortiflex", "openstack", "fortimail");

    private static final List<String> PASSING = List.of(
            "'timeOutBefore', 'seconds': 3",
            "'timeOutAfter', 'seconds': 3",
            "'failBefore', 'status': 500",
            "'failBefore', 'status': 502",
            "'failBefore', 'status': 503",
            "'failAfter', 'status': 500",
            "'failAfter', 'status': 502",
            "'reset'",
            "'malformed'",
            "'tooMany', 'seconds': 2",
            "'slow', 'seconds': 2");

    private final int count = Sizes.of("f3.orders", 2, 20);

    @ParameterizedTest
    @MethodSource
    void faultThatPassesDoublesNothingAndAsksNobody(String partner, String fault) {
        Audit audit = deliver(partner, fault);
        assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
        assertThat(audit.parked()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void refusalAsksAPerson(String partner) {
        Audit audit = deliver(partner, "'refusal'");
        assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
        assertThat(audit.parked()).hasSizeBetween(1, times());
    }

    static Stream<Arguments> faultThatPassesDoublesNothingAndAsksNobody() {
        return PARTNERS.stream().flatMap(partner -> PASSING.stream().map(fault -> Arguments.of(partner, fault)));
    }

    static Stream<String> refusalAsksAPerson() {
        return PARTNERS.stream();
    }

    private Audit deliver(String partner, String fault) {
        Site site = Site.with();
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Progress progress = new Progress(site)) {
            Disturbed run = new Disturbed(site, staff, progress);
            Set<String> orders = run.prepare(count, () -> {});
            int before = hits(site);
            site.sandbox()
                    .fail(
                            partner,
                            "{'fault': %s, 'calls': 'changes', 'times': %d}"
                                    .formatted(fault, times())
                                    .replace('\'', '"'));
            run.sign(orders);
            Duration drained = progress.drain(orders, Duration.ofMinutes(10));
            site.sandbox().heal();
            Audit audit = new Auditor(site, orders).audit();
            String notes = "%d calls hit".formatted(hits(site) - before);
            Report.row("F3", partner + ": " + fault.replace("'", ""), audit, drained.toSeconds() + " s", notes);
            assertThat(hits(site) - before).as("calls that were hit").isEqualTo(times());
            return audit;
        }
    }

    private int times() {
        return Math.max(1, count / 2);
    }

    private static int hits(Site site) {
        return site.sandbox()
                .ledger()
                .sql("select count(*) from ledger_call where fault is not null")
                .query(Integer.class)
                .single();
    }
}

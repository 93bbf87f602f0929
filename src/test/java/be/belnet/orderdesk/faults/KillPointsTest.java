package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.workflow.KillPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F2: a node dies at each place that an effect passes, one order after the other. */
class KillPointsTest {
    private static final List<String> STEPS = List.of("orderLicence", "createAppliance", "configureAppliance");

    /** All places are tried in one JVM at every build; these are worth real nodes each time. */
    private static final List<KillPoint> HANDFUL = List.of(
            KillPoint.AFTER_LEASE,
            KillPoint.BEFORE_EFFECT,
            KillPoint.AFTER_EFFECT,
            KillPoint.AFTER_DONE,
            KillPoint.AFTER_COMMIT);

    /** One spare order for so many deaths. */
    private static final int SPARE = 5;

    private final int times = Sizes.of("f2.times", 1, 5);
    private final int firstPlace = Sizes.of("f2.firstPlace", 0, 0);
    private final Set<String> released = ConcurrentHashMap.newKeySet();

    @Test
    @Tag("faults-full")
    void nodeMayDieAnywhereOnTheWayOfAnEffect() {
        dieAndAudit("F2", Site.with(), Sizes.full() ? everywhere(STEPS) : aHandful());
    }

    /** At one step or the other of those that buy something. */
    private static List<Death> aHandful() {
        return HANDFUL.stream()
                .map(place -> new Death(place, STEPS.get(place.ordinal() % 2)))
                .toList();
    }

    @Test
    @Tag("faults-full")
    void nodeMayDieWhileItRegistersALicence() {
        Site site = Site.with("--orderdesk.bams.licence-route=distributor");
        dieAndAudit("F2, through the distributor", site, everywhere(List.of("registerLicence")));
    }

    @Test
    @Tag("faults-full")
    void nodeMayDieWhileItUndoes() {
        Site site = Site.with();
        List<KillPoint> places = List.of(KillPoint.BEFORE_DONE, KillPoint.AFTER_DONE);
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Caretaker caretaker = new Caretaker(site);
                Progress progress = new Progress(site)) {
            staff.letSign(order -> true);
            staff.leaveUndone("userTask_handOverAppliance");
            List<String> orders = List.copyOf(staff.open(site.customers(places.size() * times)));
            Progress.until(Duration.ofMinutes(10), () -> orders.stream().allMatch(progress::isDelivered));
            for (int next = 0; next < orders.size(); next++) {
                String order = orders.get(next);
                var death = new Death(places.get(next % places.size()), "undo");
                assertThat(dies(site, order, death, () -> assertThat(staff.cancel(order))
                                .isTrue()))
                        .isTrue();
            }
            audit("F2, undoing", site, Set.copyOf(orders), orders.size(), caretaker, progress);
        }
    }

    private List<Death> everywhere(List<String> steps) {
        List<Death> deaths = new ArrayList<>();
        Arrays.stream(KillPoint.values())
                .skip(firstPlace)
                .forEach(place ->
                        steps.forEach(step -> deaths.addAll(Collections.nCopies(times, new Death(place, step)))));
        return deaths;
    }

    private void dieAndAudit(String fault, Site site, List<Death> deaths) {
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Caretaker caretaker = new Caretaker(site);
                Progress progress = new Progress(site)) {
            List<String> orders = List.copyOf(staff.open(site.customers(deaths.size() + deaths.size() / SPARE)));
            Progress.until(Duration.ofMinutes(20), () -> staff.signed().containsAll(orders));
            staff.letSign(released::contains);
            Iterator<String> next = orders.iterator();
            deaths.forEach(death -> dieAtLast(site, next, death));
            released.addAll(orders);
            audit(fault, site, Set.copyOf(orders), deaths.size(), caretaker, progress);
        }
    }

    /**
     * On a slow machine a call may take longer than its time-out. The next attempt then finds what it did, and the order
     * never comes by a place within the call again: another one dies there.
     */
    private void dieAtLast(Site site, Iterator<String> orders, Death death) {
        boolean died = false;
        while (!died) {
            String order = orders.next();
            died = dies(site, order, death, () -> released.add(order));
        }
    }

    /** Lets the order go on to its death, and waits for it; false when it got past the place. */
    private static boolean dies(Site site, String order, Death death, Runnable goOn) {
        JdbcClient database = site.database();
        String key = order + "/" + death.step();
        database.sql("insert into faults.kill_point (effect_key, place, poison, reached) values (?, ?, false, 0)")
                .params(key, death.place().name())
                .update();
        goOn.run();
        Progress.until(
                Duration.ofMinutes(3),
                () -> isReached(database, key) || death.place().isDuringCall() && isDone(database, key));
        return isReached(database, key);
    }

    private static boolean isReached(JdbcClient database, String key) {
        return database.sql("select reached from faults.kill_point where effect_key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static boolean isDone(JdbcClient database, String key) {
        return database.sql("select count(*) from effect where effect_key = ? and state = 'done'")
                        .param(key)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static void audit(
            String fault, Site site, Set<String> orders, int deaths, Caretaker caretaker, Progress progress) {
        Duration drained = progress.drain(orders, Duration.ofMinutes(10));
        Audit audit = new Auditor(site, orders).audit();
        Report.row(
                fault,
                deaths + " kill points",
                audit,
                drained.toSeconds() + " s",
                caretaker.starts() + " nodes started again");

        assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
        assertThat(audit.parked()).isEmpty();
        assertThat(caretaker.starts()).isEqualTo(deaths);
    }

    private record Death(KillPoint place, String step) {}
}

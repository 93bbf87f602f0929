package be.belnet.orderdesk.faults;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Orders on their straight way with something going wrong: the first disturbance while they are opened, the others, at
 * random moments, while partners work for them.
 */
final class Disturbed {
    /** Partners are slow to answer, within what nodes wait for, so that many calls are under way at any time. */
    static final String SLOW = "{\"fault\": \"slow\", \"calls\": \"changes\", \"seconds\": 0.4}";

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int IN_DELIVERY = 40;

    private final Site site;
    private final Staff staff;
    private final Progress progress;
    private final Random random = new Random(Sizes.SEED + 1);
    private final Set<String> released = ConcurrentHashMap.newKeySet();
    private long underWay;

    Disturbed(Site site, Staff staff, Progress progress) {
        this.site = site;
        this.staff = staff;
        this.progress = progress;
        staff.letSign(released::contains);
    }

    /** Orders that have come as far as their signed copies, with one disturbance on the way there. */
    Set<String> prepare(int count, Runnable disturbance) {
        List<String> customers = site.customers(count);
        var opening = CompletableFuture.supplyAsync(() -> staff.open(customers));
        disturbance.run();
        Set<String> orders = opening.join();
        Progress.until(LONGEST, () -> staff.signed().containsAll(orders));
        return orders;
    }

    /** All have come back signed, and the last disturbance is over; the orders that were accepted. */
    Set<String> deliver(int count, int disturbances, Runnable disturbance) {
        Set<String> orders = prepare(count, disturbance);
        finish(orders, disturbances - 1, disturbance);
        return orders;
    }

    /** The prepared orders come back signed one by one, until the last disturbance is over. */
    void finish(Set<String> orders, int disturbances, Runnable disturbance) {
        site.sandbox().fail("fortiflex", SLOW);
        site.sandbox().fail("openstack", SLOW);
        Iterator<String> next = orders.iterator();
        for (int done = 1; done <= disturbances; done++) {
            int part = orders.size() / (disturbances + 1);
            int wanted = part * done + random.nextInt(1 + part / 2);
            Progress.until(LONGEST, () -> licensed(orders, next) >= wanted);
            underWay += progress.calling();
            disturbance.run();
        }
        Progress.until(LONGEST, () -> licensed(orders, next) + IN_DELIVERY >= orders.size() && !next.hasNext());
    }

    void sign(Set<String> orders) {
        released.addAll(orders);
    }

    /** How many have their licence; so many more are signed that there is always work. */
    private int licensed(Set<String> orders, Iterator<String> next) {
        int licensed = progress.licensed(orders);
        while (next.hasNext() && released.size() < licensed + IN_DELIVERY) {
            released.add(next.next());
        }
        return licensed;
    }

    /** How many effects were under way when something went wrong. */
    String notes() {
        return underWay + " calls under way at the disturbances";
    }
}

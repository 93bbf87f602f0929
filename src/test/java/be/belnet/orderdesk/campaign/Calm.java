package be.belnet.orderdesk.campaign;

import be.belnet.orderdesk.TestClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** Waits until nothing goes on by itself any more, so that the clock can be put forward. */
final class Calm {
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Duration BREATH = Duration.ofMillis(200);

    private final World world;
    private final Database database;
    private final CustomerSide customers;

    Calm(World world, Database database, CustomerSide customers) {
        this.world = world;
        this.database = database;
        this.customers = customers;
    }

    void await() {
        Awaitility.await()
                .pollInterval(BREATH)
                .pollDelay(BREATH)
                .atMost(LONGEST)
                .until(this::isCalm);
    }

    /** How many domains are in each state. */
    Map<String, Long> standing() {
        Map<String, Long> standing = new TreeMap<>();
        world.database()
                .sql("select state, count(*) from certificate_domain group by state")
                .query(row -> {
                    standing.put(row.getString(1), row.getLong(2));
                });
        return standing;
    }

    /**
     * No job is due, no organisation is being validated, no customer is about to be told, nothing is to be started or found
     * proved at the CA, and no wildcard that stands there is still to be seen.
     */
    private boolean isCalm() {
        database.sample();
        refuseFailedJobs();
        return dueJobs() == 0
                && database.count("select count(*) from order_step where left_at is null and activity in"
                                + " ('receiveTask_organisationReady', 'receiveTask_customerNeeded')")
                        == 0
                && database.count("select count(*) from certificate_domain where state in ('waiting', 'submitted')")
                        == 0
                && wildcardsToBeSeen().isEmpty();
    }

    private void refuseFailedJobs() {
        List<String> failed = world.database()
                .sql("select coalesce(exception_msg_, process_def_key_) from act_ru_job where retries_ = 0")
                .query(String.class)
                .list();
        if (!failed.isEmpty()) {
            throw new IllegalStateException("jobs have failed for good: " + failed);
        }
    }

    /** A job that has failed and is to be tried again in seconds counts as due. */
    private long dueJobs() {
        Timestamp soon = Timestamp.from(world.bean(TestClock.class).instant().plusSeconds(60));
        return database.count("select count(*) from act_ru_job where duedate_ is null or duedate_ <= ?", soon);
    }

    private List<String> wildcardsToBeSeen() {
        return world
                .database()
                .sql("select domain from certificate_domain where state = 'wildcardAwaited'")
                .query(String.class)
                .list()
                .stream()
                .filter(customers.wildcardsAdded()::contains)
                .toList();
    }
}

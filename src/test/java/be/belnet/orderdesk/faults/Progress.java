package be.belnet.orderdesk.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far orders have come and who works on them, as the database tells it while a fault is on. */
final class Progress implements AutoCloseable {
    /** A plain step that outlives its lock runs again for ever. */
    private static final Duration PLAIN_PATIENCE = Duration.ofMinutes(3);

    private final JdbcClient database;
    private final Map<String, Instant> workers = new ConcurrentHashMap<>();
    private final Thread watch = new Thread(this::watch, "progress");
    private volatile boolean watching = true;

    Progress(Site site) {
        database = site.database();
        watch.setDaemon(true);
        watch.start();
    }

    /** I12: nodes that were seen at work on a job within this time. */
    Set<String> workers(Duration within) {
        Instant since = Instant.now().minus(within);
        return workers.entrySet().stream()
                .filter(worker -> since.isBefore(worker.getValue()))
                .map(worker -> worker.getKey().split("/")[0])
                .collect(Collectors.toSet());
    }

    /** Orders of these that are closed, or at which a person is asked. */
    int settled(Set<String> orders) {
        return database
                .sql(
                        "select number from service_order o where state in ('completed', 'withdrawn', 'cancelled', 'rejected')"
                                + " or exists (select 1 from act_ru_incident i join act_ru_execution x on x.id_ = i.proc_inst_id_"
                                + " where x.business_key_ = o.number)"
                                + " or exists (select 1 from act_ru_task t join act_ru_execution x on x.id_ = t.proc_inst_id_"
                                + " where x.business_key_ = o.number and t.task_def_key_ like 'userTask_decideOn%')")
                .query(String.class)
                .list()
                .stream()
                .filter(orders::contains)
                .collect(Collectors.toSet())
                .size();
    }

    /** How many of these have their licence written down. */
    int licensed(Set<String> orders) {
        return database
                .sql("select order_number from bams_order where licence_serial is not null")
                .query(String.class)
                .list()
                .stream()
                .filter(orders::contains)
                .collect(Collectors.toSet())
                .size();
    }

    /** Effects that are being tried now. */
    int calling() {
        return database.sql("select count(*) from effect where state = 'calling' and lease_until > now()")
                .query(Integer.class)
                .single();
    }

    /** The name of the node with the most jobs in hand, by its own clock; empty when none has any. */
    Optional<String> busiest() {
        return database.sql("select split_part(lock_owner_, '/', 1) from act_ru_job where lock_owner_ is not null"
                        + " group by 1 order by count(*) desc limit 1")
                .query(String.class)
                .optional();
    }

    /** Whether a partner works for it; a plain node writes down nothing of that, but has a job of it in hand. */
    boolean isCalling(String order) {
        return Sizes.plain()
                ? count(
                                "act_ru_job join act_ru_execution e on e.id_ = process_instance_id_"
                                        + " where lock_owner_ is not null and e.business_key_ = ?",
                                order)
                        > 0
                : count("effect where state = 'calling' and lease_until > now() and order_number = ?", order) > 0;
    }

    /** Whether partners have done their part. */
    boolean isDelivered(String order) {
        return Sizes.plain()
                ? count(
                                "act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                                        + " where t.task_def_key_ = 'userTask_handOverAppliance' and e.business_key_ = ?",
                                order)
                        > 0
                : count("effect where state = 'done' and step = 'configureAppliance' and order_number = ?", order) > 0;
    }

    private int count(String rows, String order) {
        return database.sql("select count(*) from " + rows)
                .param(order)
                .query(Integer.class)
                .single();
    }

    /**
     * Waits until all are settled, their mails sent and no job is due; how long that took. When it takes too long the auditor
     * says what is left.
     */
    Duration drain(Set<String> orders, Duration atMost) {
        Instant begin = Instant.now();
        try {
            until(Sizes.plain() ? PLAIN_PATIENCE : atMost, () -> settled(orders) == orders.size() && backlog() == 0);
        } catch (ConditionTimeoutException stillUnderWay) {
            // what is left is audited
        }
        return Duration.between(begin, Instant.now());
    }

    /** I10: jobs that are due and mails that wait. */
    int backlog() {
        return database.sql("select (select count(*) from act_ru_job where retries_ > 0 and suspension_state_ = 1"
                        + " and handler_type_ <> 'history-cleanup' and (duedate_ is null or duedate_ <= now()))"
                        + " + (select count(*) from correspondence where sent_at is null)")
                .query(Integer.class)
                .single();
    }

    static void until(Duration atMost, BooleanSupplier reached) {
        Awaitility.await()
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsMatching(DataAccessException.class::isInstance)
                .until(reached::getAsBoolean);
    }

    @Override
    public void close() {
        watching = false;
    }

    private void watch() {
        while (watching) {
            try {
                database.sql("select distinct lock_owner_ from act_ru_job where lock_owner_ is not null"
                                + " and lock_exp_time_ > now()")
                        .query(String.class)
                        .list()
                        .forEach(worker -> workers.put(worker, Instant.now()));
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (DataAccessException down) {
                // seen again when it is back
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

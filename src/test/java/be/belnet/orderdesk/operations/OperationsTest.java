package be.belnet.orderdesk.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.Way;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.Metrics;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What those who run Orderdesk see of it, on a PostgreSQL that is stopped and started again. */
@Tag("restart")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path SIGNALS = Path.of("docs/signals.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(orderdesk_\\w+)` \\|");
    private static final Pattern OF_SPRING = Pattern.compile("(?m)^\\| `([a-z]+_\\w+)`(?:, `([a-z]+_\\w+)`)? \\|");

    private Postgres postgres;
    private Watched orderdesk;

    @BeforeAll
    void start(@TempDir Path folder) {
        postgres = new Postgres(folder.resolve("data"));
        orderdesk = new Watched(postgres.url());
    }

    @BeforeEach
    void clockIsRight() {
        orderdesk.bean(TestClock.class).putBack();
        orderdesk.bean(ClockCheck.class).check();
    }

    @AfterAll
    void stop() {
        orderdesk.close();
        postgres.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yaml", "dashboard.json"})
    void everyMetricThatMonitoringAsksForIsScraped(String file) throws IOException {
        Set<String> asked = Expressions.metricsOf(Path.of("deploy/monitoring", file));

        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(orderdesk.scrape().names()).containsAll(asked);
    }

    @Test
    void tableOfSignalsNamesEachOfOursAndNoOther() throws IOException {
        assertThat(documented(ROW))
                .containsExactlyInAnyOrderElementsOf(orderdesk.scrape().ownMetrics());
    }

    @Test
    void metricsOfSpringInTheTableAreScraped() throws IOException {
        assertThat(orderdesk.scrape().names())
                .containsAll(documented(OF_SPRING).stream()
                        .filter(name -> !name.startsWith("orderdesk_"))
                        .toList());
    }

    @Test
    void alertsAndDashboardLeaveNoSignalOut() throws IOException {
        Set<String> used = Expressions.metricsOf(Path.of("deploy/monitoring/dashboard.json"));

        assertThat(orderdesk.scrape().ownMetrics()).isNotEmpty().allSatisfy(metric -> assertThat(used)
                .anyMatch(name -> name.startsWith(metric)));
    }

    @Test
    void jobsThatStandStillAreTold() {
        jobsStandStill();
        Scrape before = orderdesk.scrape();
        Job job = jobOf(introduced());
        jobs().setJobDuedate(job.getId(), Date.from(Instant.now().minus(Duration.ofHours(2))));
        jdbc().sql(
                        "update act_ru_job set lock_owner_ = 'gone', lock_exp_time_ = now() - interval '1 hour' where id_ = ?")
                .param(job.getId())
                .update();

        Scrape due = orderdesk.scrape();
        assertThat(due.value("orderdesk_jobs_due")).isEqualTo(before.value("orderdesk_jobs_due") + 1);
        assertThat(due.value("orderdesk_jobs_oldest_due_seconds")).isBetween(7200.0, 7300.0);
        assertThat(due.value("orderdesk_jobs_locks_expired")).isEqualTo(1);

        jobs().setJobRetries(job.getId(), 0);
        Scrape failed = orderdesk.scrape();
        assertThat(failed.value("orderdesk_jobs_failed")).isEqualTo(1);
        assertThat(failed.value("orderdesk_incidents")).isEqualTo(1);
        assertThat(failed.value("orderdesk_jobs_locks_expired")).isZero();

        jobs().setJobRetries(job.getId(), 1);
        assertThat(orderdesk.scrape().value("orderdesk_incidents")).isZero();
    }

    @Test
    void jobWithoutDueDateIsDueSinceItsCreation() {
        jobsStandStill();
        String order = introduced();
        jdbc().sql("update act_ru_job set create_time_ = now() - interval '1 day', duedate_ = null where id_ = ?")
                .param(jobOf(order).getId())
                .update();

        assertThat(orderdesk.scrape().value("orderdesk_jobs_oldest_due_seconds"))
                .isBetween(86_400.0, 86_500.0);
        orderdesk.bean(Desk.class).runJobs(order);
    }

    @Test
    void refusedLicenceIsARefusedCallAndAFailedStep() {
        jobsStandStill();
        Partners partners = orderdesk.bean(Partners.class);
        partners.fail("fortiflex", "{\"fault\": \"refusal\"}");
        Scrape before = orderdesk.scrape();

        orderdesk.bean(Way.class).signed("nl");
        partners.heal();

        Scrape after = orderdesk.scrape();
        String calls = "orderdesk_partner_calls_seconds_count";
        String[] refused = {"partner=\"FortiFlex\"", "outcome=\"refused\""};
        assertThat(after.value(calls, refused)).isGreaterThan(before.value(calls, refused));
        assertThat(after.value("orderdesk_failed_steps")).isEqualTo(before.value("orderdesk_failed_steps") + 1);
        assertThat(after.value("orderdesk_effects", "state=\"refused\""))
                .isEqualTo(before.value("orderdesk_effects", "state=\"refused\"") + 1);
    }

    @Test
    void effectsThatNobodyKnowsAboutAndOldLeasesAreTold() {
        effect("unknown", Duration.ofHours(-1));
        effect("calling", Duration.ofMinutes(-6));
        effect("calling", Duration.ofMinutes(-4));
        effect("done", Duration.ofDays(-1));

        Scrape scrape = orderdesk.scrape();
        assertThat(scrape.value("orderdesk_effects", "state=\"unknown\"")).isEqualTo(1);
        assertThat(scrape.value("orderdesk_effects", "state=\"calling\"")).isEqualTo(2);
        assertThat(scrape.value("orderdesk_effects_leases_old")).isEqualTo(1);
        jdbc().sql("delete from effect where partner = 'Nobody'").update();
    }

    @Test
    void mailsThatAreNotSortedAndABoxThatIsNotReadAreTold() {
        List.of("waiting", "held", "triage", "passed").forEach(state -> incoming(state, 0));
        incoming("waiting", 2);
        jdbc().sql("insert into intake_box (name, validity, next_place, read_at) values ('x', 1, 1, ?)")
                .param(Timestamp.from(Instant.now().plus(Duration.ofHours(1))))
                .update();
        Scrape scrape = orderdesk.scrape();

        assertThat(scrape.value("orderdesk_intake_mails", "state=\"waiting\"")).isEqualTo(1);
        assertThat(scrape.value("orderdesk_intake_mails", "state=\"failing\"")).isEqualTo(1);
        assertThat(scrape.value("orderdesk_intake_mails", "state=\"triage\"")).isEqualTo(1);
        assertThat(scrape.value("orderdesk_intake_mails", "state=\"held\"")).isEqualTo(1);
        jdbc().sql("update intake_box set read_at = ?")
                .param(Timestamp.from(Instant.now().minus(Duration.ofHours(1))))
                .update();
        assertThat(orderdesk.scrape().value("orderdesk_intake_unread_seconds")).isBetween(3600.0, 3700.0);
        jdbc().sql("delete from incoming_mail").update();
        jdbc().sql("delete from intake_box").update();
    }

    private void incoming(String state, int attempts) {
        jdbc().sql("insert into incoming_mail (message_key, state, received_at, taken_at, attempts, next_attempt_at)"
                        + " values (?, ?, now(), now(), ?, now() + interval '1 day')")
                .params(state + attempts, state, attempts)
                .update();
    }

    @Test
    void mailsThatWaitAndOpenOrdersAreTold() {
        jobsStandStill();
        await().atMost(SOON).until(() -> orderdesk.scrape().value("orderdesk_mails_waiting") == 0);
        double open = orderdesk.scrape().value("orderdesk_orders_open", "state=\"open\"", "turn=\"belnet\"");
        String order = receive();
        long mail = mailOf(order);

        Scrape waiting = orderdesk.scrape();
        assertThat(waiting.value("orderdesk_orders_open", "state=\"open\"", "turn=\"belnet\""))
                .isEqualTo(open + 1);
        assertThat(waiting.value("orderdesk_mails_waiting")).isEqualTo(1);
        assertThat(waiting.value("orderdesk_mails_oldest_waiting_seconds")).isBetween(10_800.0, 10_900.0);

        jdbc().sql("update correspondence set sent_at = now() where id = ?")
                .param(mail)
                .update();
        assertThat(orderdesk.scrape().value("orderdesk_mails_oldest_waiting_seconds"))
                .isZero();
    }

    @Test
    void secondOfTwoWhoChangeOneTaskIsCounted() {
        jobsStandStill();
        TaskService tasks = orderdesk.bean(TaskService.class);
        String order = receive();
        Task one = orderdesk.bean(Desk.class).task(order, "userTask_introduceAccountManager");
        Task same = orderdesk.bean(Desk.class).task(order, "userTask_introduceAccountManager");
        double before = orderdesk.scrape().value("orderdesk_optimistic_locking_total");

        one.setPriority(1);
        tasks.saveTask(one);
        same.setPriority(2);

        assertThatThrownBy(() -> tasks.saveTask(same)).isInstanceOf(OptimisticLockingException.class);
        assertThat(orderdesk.scrape().value("orderdesk_optimistic_locking_total"))
                .isEqualTo(before + 1);
    }

    @Test
    void rowsOfTheLastNightAndWhatTheCleanUpLeftAreTold() {
        jobsStandStill();
        removedByCleanUp(7, "3 hours");
        removedByCleanUp(100, "30 hours");
        endedLongAgo(receive());

        var registry = new SimpleMeterRegistry();
        new CleanUpSignals(jobs(), orderdesk.bean(HistoryService.class), orderdesk.bean(Readings.class))
                .bindTo(registry);
        assertThat(registry.get("orderdesk.cleanup.removed")
                        .tag("kind", "process")
                        .gauge()
                        .value())
                .isEqualTo(7);
        assertThat(registry.get("orderdesk.cleanup.waiting").gauge().value()).isEqualTo(1);
    }

    @Test
    void wrongClockStopsTheJobsUntilItIsRight() {
        ClockCheck check = orderdesk.bean(ClockCheck.class);
        TestClock clock = orderdesk.bean(TestClock.class);
        assertThat(orderdesk.scrape().value("orderdesk_jobs_running")).isEqualTo(1);

        clock.forward(Duration.ofSeconds(-3));
        check.check();
        assertThat(orderdesk.scrape().value("orderdesk_clock_skew_seconds")).isBetween(-3.5, -2.5);
        assertThat(orderdesk.scrape().value("orderdesk_jobs_running")).isEqualTo(1);
        assertThat(health("").body()).contains("\"clocksAgree\":false", "\"stoppedByClock\":false");
        assertThat(health("").statusCode()).isEqualTo(200);

        clock.forward(Duration.ofSeconds(-20));
        check.check();
        assertThat(orderdesk.scrape().value("orderdesk_jobs_running")).isZero();
        assertThat(health("").body()).contains("\"stoppedByClock\":true");
        assertThat(health("").statusCode()).isEqualTo(503);
        assertThat(health("/readiness").statusCode()).isEqualTo(200);
        String order = introduced();
        assertThat(orderdesk.bean(Desk.class).due(order)).isNotEmpty();

        clock.putBack();
        check.check();
        assertThat(orderdesk.scrape().value("orderdesk_jobs_running")).isEqualTo(1);
        assertThat(health("").statusCode()).isEqualTo(200);
        await().atMost(SOON).until(() -> orderdesk.bean(Desk.class).due(order).isEmpty());
    }

    @Test
    void healthIsRedWithoutTheDatabaseAndGreenAgainByItself() {
        assertThat(health("").statusCode()).isEqualTo(200);
        postgres.stop();
        try {
            await().atMost(SOON).until(() -> health("").statusCode() == 503);
            assertThat(health("/readiness").statusCode()).isEqualTo(503);
            assertThat(health("/liveness").statusCode()).isEqualTo(200);
            HttpResponse<String> scrape = orderdesk.management("/actuator/prometheus");
            assertThat(scrape.statusCode()).isEqualTo(200);
            assertThat(new Scrape(scrape.body()).value("orderdesk_database_up")).isZero();
            assertThat(new Scrape(scrape.body()).value("orderdesk_incidents")).isNaN();
        } finally {
            postgres.start();
        }
        await().atMost(SOON).until(() -> health("").statusCode() == 200);
        assertThat(health("/readiness").statusCode()).isEqualTo(200);
        await().atMost(SOON).until(() -> orderdesk.scrape().value("orderdesk_database_up") == 1);
    }

    @Test
    void signalsNameNeitherOrderNorCustomerNorPerson() {
        jobsStandStill();
        String order = receive();
        assertThat(orderdesk.publicPort("/orders/" + order, "manager1").statusCode())
                .isEqualTo(200);

        assertThat(orderdesk.scrape().text())
                .contains("uri=\"/orders/{number}\"")
                .doesNotContain(
                        order, orderdesk.bean(Desk.class).order(order).acronym(), "manager1", "customer.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/health/readiness", "/actuator/prometheus"})
    void publicPortKnowsNothingOfManagement(String path) {
        assertThat(orderdesk.publicPort(path, "").statusCode()).isEqualTo(401);
        assertThat(orderdesk.publicPort(path, "admin").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/metrics", "/actuator/loggers", "/actuator/heapdump"})
    void managementPortTellsNothingElse(String path) {
        assertThat(orderdesk.management(path).statusCode()).isIn(401, 404);
    }

    private HttpResponse<String> health(String group) {
        return orderdesk.management("/actuator/health" + group);
    }

    private void jobsStandStill() {
        orderdesk.bean(TestClock.class).forward(Duration.ofMinutes(1));
        orderdesk.bean(ClockCheck.class).check();
        orderdesk.bean(TestClock.class).putBack();
    }

    /** The number of an order that has its first task; no job runs but those that the desk runs for it. */
    private String receive() {
        return orderdesk
                .bean(Desk.class)
                .start(
                        "desk1",
                        "bams-order",
                        Map.of(
                                "acronym", orderdesk.bean(Register.class).university("en"),
                                "contactName", "Mail administrator",
                                "contactEmail", "mail-admin@customer.example",
                                "contactLanguage", "en"));
    }

    /** The number of an order that has a job which nobody has run yet. */
    private String introduced() {
        String order = receive();
        orderdesk
                .bean(Desk.class)
                .submit(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        return order;
    }

    private Job jobOf(String order) {
        return orderdesk.bean(Desk.class).pending(order).get(0);
    }

    private void effect(String state, Duration leaseUntil) {
        jdbc().sql(
                        "insert into effect (effect_key, order_number, partner, step, state, attempts, intended_at, lease_until)"
                                + " values (?, 'none', 'Nobody', 'step', ?, 1, now(), ?)")
                .params(
                        UUID.randomUUID().toString(),
                        state,
                        Timestamp.from(Instant.now().plus(leaseUntil)))
                .update();
    }

    /** A mail that has waited for three hours and goes on waiting. */
    private long mailOf(String order) {
        return jdbc().sql("insert into correspondence (order_number, template, recipient_role, recipient_name,"
                        + " recipient_email, recipient_language, subject, text_body, html_body, message_id, attempts,"
                        + " written_at, next_attempt_at) values (?, 'contract', 'contact', 'Nobody', 'nobody@nowhere.example',"
                        + " 'en', 'None', 'None', 'None', ?, 5, now() - interval '3 hours', now() + interval '1 day')"
                        + " returning id")
                .params(order, UUID.randomUUID().toString())
                .query(Long.class)
                .single();
    }

    private void removedByCleanUp(int rows, String ago) {
        jdbc().sql("insert into act_ru_meter_log (id_, name_, reporter_, value_, timestamp_, milliseconds_)"
                        + " values (?, ?, 'none', ?, now() - cast(? as interval), 0)")
                .params(UUID.randomUUID().toString(), Metrics.HISTORY_CLEANUP_REMOVED_PROCESS_INSTANCES, rows, ago)
                .update();
    }

    private void endedLongAgo(String order) {
        var processes = orderdesk.bean(RuntimeService.class);
        String instance = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order)
                .singleResult()
                .getId();
        processes.deleteProcessInstance(instance, "of a test");
        jdbc().sql("update act_hi_procinst set removal_time_ = now() - interval '1 day' where id_ = ?")
                .param(instance)
                .update();
    }

    private ManagementService jobs() {
        return orderdesk.bean(ManagementService.class);
    }

    private JdbcClient jdbc() {
        return orderdesk.bean(JdbcClient.class);
    }

    private static Set<String> documented(Pattern row) throws IOException {
        return row.matcher(Files.readString(SIGNALS))
                .results()
                .flatMap(found -> IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}

package be.belnet.orderdesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.Clocks;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class WaitsTest {
    private static final String REVIEW = "userTask_reviewRequest";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Brussels"));

    @Autowired
    Waits waits;

    @Autowired
    WaitRounds rounds;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderSteps steps;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String order;
    private String task;

    @BeforeEach
    void requestToReview() {
        order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "nl"));
        task = desk.task(order, REVIEW).getId();
    }

    @Test
    void taskThatWaitsLeavesTheListsOfWorkAndGivesTheTurnAway() {
        assertThat(listed("My group's tasks")).contains(task);
        waits.begin(task, untilTomorrow(Turn.CUSTOMER));

        assertThat(orders.get(order).turn()).isEqualTo(Turn.CUSTOMER);
        assertThat(listed("My group's tasks")).doesNotContain(task);
        assertThat(listed("Waiting for customers")).contains(task);
        assertThat(listed("Waiting for suppliers")).doesNotContain(task);
        assertThat(waits.at(order, REVIEW)).contains(untilTomorrow(Turn.CUSTOMER));
        assertThat(told("waitBegun"))
                .containsExactly(Map.of(
                        "activity",
                        REVIEW,
                        "side",
                        "customer",
                        "on",
                        TODAY.plusDays(1).toString(),
                        "reason",
                        "Asked by telephone"));
    }

    @Test
    void roundsOfSeveralNodesBringItBackOnce() throws Exception {
        waits.begin(task, untilTomorrow(Turn.CUSTOMER));
        dayComes();

        assertThat(AtOnce.run(6, rounds::look)).isEmpty();
        assertThat(waits.at(order, REVIEW)).isEmpty();
        assertThat(told("waitEnded")).hasSize(1);
    }

    @Test
    void whoeverCompletesATaskIsNotHeldUpByItsWait() {
        completeWhile(() -> waits.begin(task, untilTomorrow(Turn.CUSTOMER)));
    }

    @Test
    void whoeverCompletesATaskIsNotHeldUpByTheEndOfItsWait() {
        waits.begin(task, untilTomorrow(Turn.CUSTOMER));
        completeWhile(() -> waits.customerAnswered(order));
    }

    /** The other comes before the completion is committed, and waits for longer than PostgreSQL takes to look for a deadlock. */
    private void completeWhile(Runnable other) {
        var later = transaction.execute(open -> {
            desk.submit(order, REVIEW, "desk1", Map.of("requestOutcome", "reject", "reason", "No customer of ours"));
            CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(other);
            assertThatThrownBy(() -> meanwhile.get(1200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return meanwhile;
        });

        assertThat(later).failsWithin(Duration.ofSeconds(5)).withThrowableThat().satisfies(failure -> assertThat(
                        Collisions.isOne(failure))
                .isTrue());
        assertThat(desk.openTasks(order)).doesNotContain(REVIEW);
    }

    @Test
    void taskComesBackOnItsDayAndNotBefore() {
        waits.begin(task, untilTomorrow(Turn.SUPPLIER));
        rounds.look();
        assertThat(orders.get(order).turn()).isEqualTo(Turn.SUPPLIER);
        assertThat(listed("Waiting for suppliers")).contains(task);
        assertThat(listed("Waiting for customers")).doesNotContain(task);

        dayComes();
        rounds.look();
        rounds.look();
        assertThat(orders.get(order).turn()).isEqualTo(Turn.BELNET);
        assertThat(listed("My group's tasks")).contains(task);
        assertThat(listed("Waiting for suppliers")).doesNotContain(task);
        assertThat(tasks.getVariablesLocal(task)).isEmpty();
        assertThat(waits.at(order, REVIEW)).isEmpty();
        assertThat(told("waitEnded")).containsExactly(Map.of("activity", REVIEW, "why", "day"));
    }

    @Test
    void answerOfTheCustomerBringsBackWhatWaitsForIt() {
        waits.begin(task, untilTomorrow(Turn.CUSTOMER));
        waits.customerAnswered(order);
        assertThat(listed("My group's tasks")).contains(task);
        assertThat(told("waitEnded")).containsExactly(Map.of("activity", REVIEW, "why", "answer"));
    }

    @Test
    void answerOfTheCustomerLeavesAloneWhatWaitsForASupplier() {
        waits.begin(task, untilTomorrow(Turn.SUPPLIER));
        waits.customerAnswered(order);
        assertThat(orders.get(order).turn()).isEqualTo(Turn.SUPPLIER);
    }

    @Test
    void taskLongOverdueIsEscalatedUnlessItWaits() {
        assertThat(listed("Escalated")).doesNotContain(task);
        overdueSince(3);
        assertThat(listed("Overdue")).contains(task);
        assertThat(listed("Escalated")).doesNotContain(task);
        overdueSince(24 * 9);
        assertThat(listed("Escalated")).contains(task);

        waits.begin(task, untilTomorrow(Turn.CUSTOMER));
        assertThat(listed("Escalated")).doesNotContain(task);
        assertThat(listed("Overdue")).doesNotContain(task);
    }

    @Test
    void waitMayBeProlonged() {
        waits.begin(task, untilTomorrow(Turn.CUSTOMER));
        var longer = new Wait(Turn.CUSTOMER, TODAY.plusDays(30), "On leave");
        waits.begin(task, longer);

        assertThat(waits.at(order, REVIEW)).contains(longer);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getFollowUpDate())
                .isEqualTo(java.util.Date.from(longer.until()
                        .atStartOfDay(ZoneId.of("Europe/Brussels"))
                        .toInstant()));
        assertThat(waits.end(task)).isTrue();
        assertThat(waits.end(task)).as("twice").isFalse();
        assertThat(orders.get(order).turn()).isEqualTo(Turn.BELNET);
    }

    @Test
    void timeOfAWaitCountsForTheOtherSide() {
        waits.begin(task, untilTomorrow(Turn.CUSTOMER));
        jdbc.sql("update service_order set opened_at = opened_at - interval '10' hour where number = ?")
                .param(order)
                .update();
        jdbc.sql("update order_step set entered_at = entered_at - interval '10' hour where order_number = ?")
                .param(order)
                .update();
        jdbc.sql("update order_step set left_at = left_at - interval '10' hour where order_number = ?"
                        + " and left_at is not null")
                .param(order)
                .update();

        Clocks clocks = steps.clocks(orders.get(order), Duration::between);
        assertThat(clocks.customer()).isGreaterThan(Duration.ofHours(9));
        assertThat(clocks.belnet()).isLessThan(Duration.ofHours(1));
    }

    @Test
    void completedTaskWaitsNoLonger() {
        waits.begin(task, untilTomorrow(Turn.CUSTOMER));
        desk.complete(order, REVIEW, "desk1", Map.of("requestOutcome", "accept", "acronym", register.university("nl")));
        dayComes();
        rounds.look();

        assertThat(told("waitEnded")).isEmpty();
        assertThat(orders.get(order).turn()).isEqualTo(Turn.BELNET);
        assertThatThrownBy(() -> waits.begin(task, untilTomorrow(Turn.CUSTOMER)))
                .isInstanceOf(TaskGoneException.class);
    }

    private static Wait untilTomorrow(Turn side) {
        return new Wait(side, TODAY.plusDays(1), "Asked by telephone");
    }

    private void overdueSince(int hours) {
        tasks.setDueDate(task, java.util.Date.from(Instant.now().minus(Duration.ofHours(hours))));
    }

    private void dayComes() {
        jdbc.sql("update order_step set waits_until = ? where order_number = ? and waits_until is not null")
                .params(TODAY, order)
                .update();
    }

    /** Ids of the tasks that a list of Tasklist shows to desk1. */
    private List<String> listed(String list) {
        return desk.as("desk1", () -> {
            String id = filters.createTaskFilterQuery()
                    .filterName(list)
                    .singleResult()
                    .getId();
            return filters.<Task>listPage(id, 0, 2000).stream().map(Task::getId).toList();
        });
    }

    private List<Map<String, String>> told(String kind) {
        return orders.events(order).stream()
                .filter(event -> event.kind().equals(kind))
                .map(OrderEvent::facts)
                .toList();
    }
}

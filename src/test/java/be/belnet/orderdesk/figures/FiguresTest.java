package be.belnet.orderdesk.figures;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.order.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each figure against what was reckoned by hand. It is Thursday, 26 November 2026, at noon. */
@ProcessTest
class FiguresTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Instant NOON = TODAY.atTime(12, 0).atZone(BRUSSELS).toInstant();
    private static final Duration ALWAYS = Duration.ofDays(-100_000);
    private static final String PROCESS = "bams-order";

    @Autowired
    Figures figures;

    @Autowired
    FigureCounts counts;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderSteps steps;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    private final String service = UUID.randomUUID().toString().substring(0, 8);
    private OrderSeed seed;

    @BeforeEach
    void itIsThursday() {
        clock.to(NOON);
        seed = new OrderSeed(jdbc);
    }

    @AfterEach
    void forget() {
        seed.forget();
        clock.putBack();
    }

    @Test
    void eachOpenOrderCountsOnceWhereTheFirstSideHasToAct() {
        String both = order();
        seed.step(both, PROCESS, "serviceTask_createAppliance", Turn.SUPPLIER, ago(1), null);
        seed.step(both, PROCESS, "userTask_countersignContract", Turn.BELNET, ago(1), null);
        seed.step(order(), PROCESS, "userTask_registerSignedCopies", Turn.CUSTOMER, ago(2), null);
        seed.step(order(), PROCESS, "userTask_registerSignedCopies", Turn.CUSTOMER, ago(30), null);
        seed.failed(order(), "serviceTask_orderLicence", "Fortinet/outage", null, ago(0));
        order();
        String closed = order();
        seed.step(closed, PROCESS, "userTask_discussWishes", Turn.BELNET, ago(2), ago(1));
        seed.complete(closed, ago(1));

        count();

        assertThat(figures.standings().stream().filter(one -> one.service().equals(service)))
                .containsExactlyInAnyOrder(
                        new Standing(service, "order", Phase.CONTRACT, Turn.BELNET, 1, 0),
                        new Standing(service, "order", Phase.CONTRACT, Turn.CUSTOMER, 2, 1),
                        new Standing(service, "order", Phase.DELIVERY, Turn.BELNET, 1, 1),
                        new Standing(service, "order", Phase.MOVING, Turn.BELNET, 1, 0));
        assertThat(figures.countedAt()).hasValueSatisfying(at -> assertThat(at).isBetween(NOON, NOON.plusSeconds(60)));
    }

    @Test
    void sideMayTakeItsOpeningDaysForAStep() {
        // 11 November was a holiday, though ten opening days before the 26th reach no further than the 12th
        String slow = standing(Turn.BELNET, LocalDateTime.of(2026, 11, 23, 23, 59));
        standing(Turn.BELNET, LocalDateTime.of(2026, 11, 24, 0, 0));
        String silent = standing(Turn.CUSTOMER, LocalDateTime.of(2026, 11, 12, 23, 59));
        standing(Turn.CUSTOMER, LocalDateTime.of(2026, 11, 13, 0, 0));
        String late = standing(Turn.SUPPLIER, LocalDateTime.of(2026, 11, 19, 23, 59));
        standing(Turn.SUPPLIER, LocalDateTime.of(2026, 11, 20, 0, 0));
        String putOff = standing(Turn.BELNET, LocalDateTime.of(2026, 1, 5, 9, 0));
        seed.putOff(putOff, TODAY.plusDays(1));
        String notice = order();
        seed.step(notice, "service-termination", "gateway_awaitLastDay", Turn.CUSTOMER, ago(200), null);
        String failed = order();
        seed.failed(failed, "serviceTask_orderLicence", "Fortinet/outage", null, ago(1));

        assertThat(stuck()).extracting(StuckStep::orderNumber).containsExactly(silent, late, slow, failed);
        assertThat(stuck().get(0))
                .isEqualTo(new StuckStep(
                        silent,
                        service,
                        "order",
                        "A",
                        "userTask_discussWishes",
                        Turn.CUSTOMER,
                        at(LocalDateTime.of(2026, 11, 12, 23, 59)),
                        null));
        assertThat(stuck().get(3).failure()).isEqualTo("FortiFlex: does not answer");
        count();
        assertThat(figures.standings().stream()
                        .filter(one -> one.service().equals(service))
                        .mapToInt(Standing::stuck)
                        .sum())
                .isEqualTo(4);
    }

    @Test
    void whatAnOrderWaitsForManyTimesIsToldOnceAndTheListHasPages() {
        IntStream.rangeClosed(1, 30).forEach(i -> {
            String order = order();
            IntStream.rangeClosed(1, 3)
                    .forEach(domain -> seed.step(
                            order,
                            "dcs-domain-validation",
                            "receiveTask_recordPublished",
                            Turn.CUSTOMER,
                            LocalDate.of(1990, 1, i)
                                    .atStartOfDay(BRUSSELS)
                                    .plusHours(domain)
                                    .toInstant(),
                            null));
        });

        StuckPage first = figures.stuck(0);
        assertThat(first.steps())
                .hasSize(StuckPage.SIZE)
                .extracting(StuckStep::service)
                .containsOnly(service);
        assertThat(first.steps())
                .extracting(StuckStep::orderNumber)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(first.more()).isTrue();
        assertThat(figures.stuck(2).steps())
                .hasSize(StuckPage.SIZE)
                .extracting(StuckStep::service)
                .containsOnly(service);
        assertThat(figures.stuck(3).steps()).extracting(StuckStep::service).doesNotContain(service);
        assertThat(figures.stuck(-1).page()).isZero();
        assertThat(figures.stuck(1_000_000).page()).isEqualTo(StuckPage.LAST);
    }

    @Test
    void deliveriesAreComparedWithAWeekOfOpeningDays() {
        IntStream.rangeClosed(1, 10).forEach(days -> seed.delivered(service, TODAY.minusDays(6), days * 1440L));
        seed.delivered(service, TODAY.minusDays(7), 1);
        seed.delivered(service, TODAY.minusDays(28), 7201);
        seed.delivered(service, TODAY.minusDays(364), 1);

        count();

        List<Delivery> found = figures.deliveries().stream()
                .filter(one -> one.service().equals(service))
                .sorted(Comparator.comparing(Delivery::period))
                .toList();
        assertThat(found)
                .containsExactly(
                        new Delivery(service, Period.WEEK, 10, Duration.ofDays(5), Duration.ofDays(9), 5),
                        new Delivery(service, Period.MONTH, 11, Duration.ofDays(5), Duration.ofDays(9), 6),
                        new Delivery(service, Period.QUARTER, 12, Duration.ofDays(5), Duration.ofDays(9), 6),
                        new Delivery(service, Period.YEAR, 12, Duration.ofDays(5), Duration.ofDays(9), 6));
        assertThat(found).extracting(Delivery::share).containsExactly(50L, 55L, 50L, 50L);
    }

    @Test
    void orderIsMeasuredOnceItIsCompletedFromTheFirstToTheLastStepOfItsDelivery() {
        String order = orders.open(new NewOrder(
                        "BAMS",
                        "order",
                        null,
                        null,
                        new Requester("Contact", "c@a.example", null, "en"),
                        null,
                        null,
                        null))
                .number();
        // Friday 9:00 to Tuesday 15:00, a weekend between: two opening days and six hours
        seed.step(order, PROCESS, "serviceTask_beginDelivery", Turn.BELNET, at(20, 9), at(20, 10));
        seed.step(order, PROCESS, "userTask_handOverAppliance", Turn.BELNET, at(23, 9), at(24, 15));
        seed.step(order, PROCESS, "userTask_countersignContract", Turn.BELNET, at(19, 9), at(25, 15));

        transaction.executeWithoutResult(closing -> orders.close(order, OrderState.COMPLETED, null));
        while (counts.measure()) {
            // until all are measured
        }

        assertThat(jdbc.sql("select delivered_on, opening_minutes from order_delivery where order_number = ?")
                        .param(order)
                        .query((row, index) ->
                                row.getObject(1, LocalDate.class) + " " + Duration.ofMinutes(row.getLong(2)))
                        .list())
                .containsExactly("2026-11-24 PT54H");
    }

    @Test
    void stepsOfAProcessCountBySideAndPeriod() {
        String process = "p-" + service;
        List.of(10, 20, 60)
                .forEach(minutes -> seed.step(
                        order(), process, "userTask_a", Turn.BELNET, ago(2), ago(2).plus(Duration.ofMinutes(minutes))));
        seed.step(order(), process, "userTask_a", Turn.CUSTOMER, ago(4), ago(3));
        seed.step(order(), process, "userTask_a", Turn.CUSTOMER, ago(5), ago(2));
        seed.step(order(), process, "userTask_a", Turn.CUSTOMER, ago(1), null);
        seed.step(order(), process, "userTask_b", Turn.SUPPLIER, ago(100), null);
        seed.step(order(), process, "userTask_c", Turn.BELNET, ago(40), ago(30));
        seed.step(order(), "another", "userTask_a", Turn.BELNET, ago(2), ago(1));

        assertThat(figures.steps(process, Period.MONTH))
                .containsExactlyInAnyOrder(
                        new StepFigure("userTask_a", Turn.BELNET, 3, Duration.ofMinutes(20), Duration.ofMinutes(90), 0),
                        new StepFigure("userTask_a", Turn.CUSTOMER, 2, Duration.ofDays(2), Duration.ofDays(4), 1),
                        new StepFigure("userTask_b", Turn.SUPPLIER, 0, null, Duration.ZERO, 1));
        assertThat(figures.steps(process, Period.QUARTER))
                .contains(new StepFigure("userTask_c", Turn.BELNET, 1, Duration.ofDays(10), Duration.ofDays(10), 0));
    }

    @Test
    void failedStepsAreGroupedByCauseThoseOfMostOrdersFirst() {
        String twice = order();
        seed.failed(twice, "serviceTask_orderLicence", service + "/outage", "FAIL-1-" + service, ago(3));
        seed.failed(twice, "serviceTask_registerLicence", service + "/outage", "FAIL-1-" + service, ago(2));
        seed.failed(order(), "serviceTask_orderLicence", service + "/outage", "FAIL-1-" + service, ago(1));
        seed.failed(order(), "serviceTask_orderLicence", service + "/other", null, ago(9));

        assertThat(figures.failures().stream()
                        .filter(one -> one.failure() == null || one.failure().endsWith(service)))
                .contains(
                        new FailureFigure("FAIL-1-" + service, "Fortinet", "FortiFlex: does not answer", 2, 3, ago(3)),
                        new FailureFigure(null, "Fortinet", "FortiFlex: does not answer", 1, 1, ago(9)));
    }

    @Test
    void nodesCountOneAfterTheOtherAndNotAtOnceAgain() {
        count();

        assertThat(counts.count(Duration.ofMinutes(1))).isFalse();
        clock.forward(Duration.ofMinutes(2));
        assertThat(counts.count(Duration.ofMinutes(1))).isTrue();
    }

    private void count() {
        assertThat(counts.count(ALWAYS)).isTrue();
    }

    private List<StuckStep> stuck() {
        return figures.stuck(0, 100_000).stream()
                .filter(one -> one.service().equals(service))
                .toList();
    }

    private String order() {
        return seed.open(service, "order", "A", ago(10));
    }

    private String standing(Turn turn, LocalDateTime since) {
        String order = order();
        seed.step(order, PROCESS, "userTask_discussWishes", turn, at(since), null);
        return order;
    }

    private static Instant ago(int days) {
        return NOON.minus(Duration.ofDays(days));
    }

    private static Instant at(int day, int hour) {
        return at(LocalDateTime.of(2026, 11, day, hour, 0));
    }

    private static Instant at(LocalDateTime moment) {
        return moment.atZone(BRUSSELS).toInstant();
    }
}

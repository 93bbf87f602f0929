package be.belnet.orderdesk.order;

import be.belnet.orderdesk.database.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps where orders stand and stood, and whose turn that made it. All writing happens in the caller's transaction. */
@Component
@Transactional
public class OrderSteps {
    /** Nothing where no order has this number: not every process has one of its own. */
    private static final String VISIT =
            "select number, cast(? as varchar(60)), cast(? as varchar(100)), cast(? as varchar(64)), cast(? as varchar(10)),"
                    + " cast(? as timestamp with time zone), cast(? as timestamp with time zone)"
                    + " from service_order where number = ?";

    private static final String TURN_NOW =
            "coalesce((select s.turn from order_step s where s.order_number = service_order.number"
                    + " and s.left_at is null order by case s.turn %s end limit 1), '%s')"
                            .formatted(
                                    Arrays.stream(Turn.values())
                                            .map(turn -> "when '%s' then %d".formatted(turn.code(), turn.ordinal()))
                                            .collect(Collectors.joining(" ")),
                                    Turn.BELNET.code());

    /** Leaves the row alone where nothing changes, so that domains of one order do not wait for each other. */
    private static final String SETTLE = "update service_order set turn = " + TURN_NOW
            + " where state in ('open', 'cancelling') and turn <> " + TURN_NOW;

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The process of an order reached an activity that takes time; of no order, where nothing has this number. */
    public void enter(String number, String process, String activity, String activityInstance, Turn turn) {
        passed().enter(new Visit(number, process, activity, activityInstance, turn, Moments.now(clock), null));
    }

    /** The process of an order left an activity. */
    public void leave(String number, String activityInstance) {
        passed().leave(new Departure(number, activityInstance, Moments.now(clock)));
    }

    /**
     * The order's step at an activity waits for somebody outside: the turn is theirs until the day has come.
     *
     * @return false when the order does not stand there any more
     */
    public boolean putOff(String number, String activity, Wait wait) {
        return standing(number, activity, "case when waits_until is null then 0 else 1 end")
                .map(here -> divide(here, wait.turn(), wait))
                .orElse(false);
    }

    /**
     * The order's step at an activity waits no longer: the turn is whose it was at first.
     *
     * @return false when it does not wait
     */
    public boolean takeUp(String number, String activity) {
        return standing(number, activity, "case when waits_until is null then 1 else 0 end, waits_until")
                .filter(here -> here.step().waiting() != null)
                .map(here -> divide(here, firstTurn(here), null))
                .orElse(false);
    }

    /** Steps whose wait ends on a day, or ended before it. */
    @Transactional(readOnly = true)
    public List<Step> waitingUntil(LocalDate day) {
        return written()
                .sql("select * from order_step where waits_until <= ? and left_at is null order by id")
                .param(day)
                .query(OrderSteps::step)
                .list();
    }

    /** Steps of an order, as they were entered. */
    @Transactional(readOnly = true)
    public List<Step> of(String number) {
        return written()
                .sql("select * from order_step where order_number = ? order by id")
                .param(number)
                .query(OrderSteps::step)
                .list();
    }

    /** Where these orders stand now, longest waiting first. */
    @Transactional(readOnly = true)
    public List<Step> open(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : written()
                        .sql(
                                "select * from order_step where order_number in (:numbers) and left_at is null order by id")
                        .param("numbers", numbers)
                        .query(OrderSteps::step)
                        .list();
    }

    /** Orders that stand at an activity now, longest waiting first. */
    @Transactional(readOnly = true)
    public List<Step> standingAt(String activity) {
        return written()
                .sql("select * from order_step where activity = ? and left_at is null order by id")
                .param(activity)
                .query(OrderSteps::step)
                .list();
    }

    /**
     * Whether an order is still at this visit; if so, until the transaction ends nobody else gets past here with it.
     *
     * @param seen as it was read before
     */
    public boolean hold(Step seen) {
        return written()
                .sql("select id from order_step where order_number = ? and activity = ? and entered_at = ?"
                        + " and left_at is null for update")
                .params(seen.orderNumber(), seen.activity(), Timestamp.from(seen.enteredAt()))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * Time spent on each side, up to now or to the end.
     *
     * @param elapsed what of the time between two moments counts
     */
    @Transactional(readOnly = true)
    public Clocks clocks(Order order, BiFunction<Instant, Instant, Duration> elapsed) {
        Instant until = order.closedAt() == null ? clock.instant() : order.closedAt();
        return Clocks.of(of(order.number()), order.openedAt(), until, elapsed);
    }

    /** The order is closed and stands nowhere any more. */
    void leaveAll(String number) {
        written()
                .sql("update order_step set left_at = ? where order_number = ? and left_at is null")
                .params(Moments.now(clock), number)
                .update();
    }

    /** Of several at once one divides the step as it was seen; the others find that it was left. */
    private boolean divide(Standing here, Turn turn, Wait wait) {
        return leave(here.id()) && enter(here, turn, wait);
    }

    private boolean leave(long id) {
        return jdbc.sql("update order_step set left_at = ? where id = ? and left_at is null")
                        .params(Moments.now(clock), id)
                        .update()
                == 1;
    }

    private boolean enter(Standing before, Turn turn, Wait wait) {
        jdbc.sql("insert into order_step (order_number, process, activity, activity_instance, turn, entered_at,"
                        + " waits_until, wait_reason) select order_number, process, activity, activity_instance, ?, ?, ?, ?"
                        + " from order_step where id = ?")
                .params(Arrays.asList(
                        turn.code(),
                        Moments.now(clock),
                        wait == null ? null : wait.until(),
                        wait == null ? null : wait.reason(),
                        before.id()))
                .update();
        passed().touch(before.step().orderNumber());
        return true;
    }

    private record Standing(long id, String activityInstance, Step step) {}

    /** @param first which comes first, where an order stands there several times */
    private Optional<Standing> standing(String number, String activity, String first) {
        return written()
                .sql("select * from order_step where order_number = ? and activity = ? and left_at is null order by "
                        + first + ", id limit 1")
                .params(number, activity)
                .query((row, index) ->
                        new Standing(row.getLong("id"), row.getString("activity_instance"), step(row, index)))
                .optional();
    }

    private Turn firstTurn(Standing here) {
        return jdbc.sql(
                        "select turn from order_step where order_number = ? and activity_instance = ? order by id limit 1")
                .params(here.step().orderNumber(), here.activityInstance())
                .query((row, index) -> Turn.of(row.getString("turn")))
                .single();
    }

    private StepsPassed passed() {
        return StepsPassed.now(this);
    }

    /** Reads see what was passed in their own transaction. */
    private JdbcClient written() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            passed().write();
        }
        return jdbc;
    }

    void write(List<Visit> entered, List<Departure> left) {
        if (!entered.isEmpty()) {
            insert(entered);
        }
        left.forEach(departure -> jdbc.sql("update order_step set left_at = ?"
                        + " where order_number = ? and activity_instance = ? and left_at is null")
                .params(departure.at(), departure.order(), departure.activityInstance())
                .update());
    }

    private void insert(List<Visit> visits) {
        var parameters = new ArrayList<Object>();
        visits.forEach(visit -> parameters.addAll(visit.parameters()));
        jdbc.sql(
                        "insert into order_step (order_number, process, activity, activity_instance, turn, entered_at, left_at) "
                                + String.join(" union all ", Collections.nCopies(visits.size(), VISIT)))
                .params(parameters)
                .update();
    }

    /** Once, before the commit: nobody sees whose turn it was in between. */
    void settleTurn(String number) {
        OrderFile.READ.forget(number);
        jdbc.sql(SETTLE + " and number = ?").param(number).update();
    }

    /** Steps of one order that pass at the same moment do not see each other; what they made of its turn is put right. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void settleTurns() {
        OrderFile.READ.forgetAll();
        jdbc.sql(SETTLE).update();
    }

    private static Step step(ResultSet row, int index) throws SQLException {
        Turn turn = Turn.of(row.getString("turn"));
        LocalDate until = row.getObject("waits_until", LocalDate.class);
        return new Step(
                row.getString("order_number"),
                row.getString("activity"),
                turn,
                row.getTimestamp("entered_at").toInstant(),
                Moments.read(row, "left_at"),
                until == null ? null : new Wait(turn, until, row.getString("wait_reason")));
    }
}

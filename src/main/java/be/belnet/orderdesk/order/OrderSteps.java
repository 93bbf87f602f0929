package be.belnet.orderdesk.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps where orders stand and stood, and whose turn that made it. All writing happens in the caller's transaction. */
@Component
@Transactional
public class OrderSteps {
    private final JdbcClient jdbc;
    private final Clock clock;

    OrderSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The process of an order reached an activity that takes time. */
    public void enter(String number, String process, String activity, String activityInstance, Turn turn) {
        jdbc.sql("insert into order_step (order_number, process, activity, activity_instance, turn, entered_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(number, process, activity, activityInstance, turn.code(), now())
                .update();
        settleTurn(number);
    }

    /** The process of an order left an activity. */
    public void leave(String number, String activityInstance) {
        jdbc.sql(
                        "update order_step set left_at = ? where order_number = ? and activity_instance = ? and left_at is null")
                .params(now(), number, activityInstance)
                .update();
        settleTurn(number);
    }

    /** Steps of an order, as they were entered. */
    @Transactional(readOnly = true)
    public List<Step> of(String number) {
        return jdbc.sql("select * from order_step where order_number = ? order by id")
                .param(number)
                .query(OrderSteps::step)
                .list();
    }

    /** Where these orders stand now, longest waiting first. */
    @Transactional(readOnly = true)
    public List<Step> open(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql("select * from order_step where order_number in (:numbers) and left_at is null order by id")
                        .param("numbers", numbers)
                        .query(OrderSteps::step)
                        .list();
    }

    /** Numbers of the orders that stand at an activity now, longest waiting first. */
    @Transactional(readOnly = true)
    public List<String> standingAt(String activity) {
        return jdbc.sql("select order_number from order_step where activity = ? and left_at is null order by id")
                .param(activity)
                .query(String.class)
                .list();
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
        jdbc.sql("update order_step set left_at = ? where order_number = ? and left_at is null")
                .params(now(), number)
                .update();
    }

    private void settleTurn(String number) {
        Turn turn = jdbc
                .sql("select distinct turn from order_step where order_number = ? and left_at is null")
                .param(number)
                .query((row, index) -> Turn.of(row.getString("turn")))
                .list()
                .stream()
                .sorted()
                .findFirst()
                .orElse(Turn.BELNET);
        // leaves the row alone where nothing changes: a step at a partner would keep it locked for as long as it calls
        jdbc.sql("update service_order set turn = ? where number = ? and turn <> ? and state in ('open', 'cancelling')")
                .params(turn.code(), number, turn.code())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Step step(ResultSet row, int index) throws SQLException {
        Timestamp left = row.getTimestamp("left_at");
        return new Step(
                row.getString("order_number"),
                row.getString("activity"),
                Turn.of(row.getString("turn")),
                row.getTimestamp("entered_at").toInstant(),
                left == null ? null : left.toInstant());
    }
}

package be.belnet.orderdesk.figures;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.time.BelgianTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What managers ask of all orders together. What is counted over all of them was counted by the last round. */
@Service
@Transactional(readOnly = true)
public class Figures {
    /** Each part is read from an index, oldest first, and no further than the page. */
    private static final String SLOW = "(select s.order_number, s.activity, s.turn, s.entered_at as since,"
            + " cast(null as varchar(1000)) as words from order_step s"
            + " where s.left_at is null and s.waits_until is null and s.turn = '%1$s' and s.entered_at < :%1$s"
            + " and s.activity not in (:patient) and s.id = (select min(first.id) from order_step first"
            + " where first.order_number = s.order_number and first.activity = s.activity and first.left_at is null)"
            + " order by s.entered_at limit :most)";

    private static final String FAILED = "(select f.order_number, f.activity, 'belnet' as turn, f.failed_at as since,"
            + " f.words from failed_step f where f.job_id = (select min(first.job_id) from failed_step first"
            + " where first.order_number = f.order_number and first.activity = f.activity)"
            + " order by f.failed_at limit :most)";

    private static final String STUCK = "select stuck.*, o.service, o.kind, o.acronym from ("
            + String.join(
                    " union all ",
                    SLOW.formatted("belnet"),
                    SLOW.formatted("customer"),
                    SLOW.formatted("supplier"),
                    FAILED)
            + ") stuck join service_order o on o.number = stuck.order_number"
            + " order by stuck.since, stuck.order_number, stuck.activity limit :size offset :begin";

    private static final String ELAPSED = "cast(extract(epoch from (left_at - entered_at)) as double precision)";

    private final JdbcClient jdbc;
    private final Patience patience;
    private final Clock clock;

    Figures(JdbcClient jdbc, Patience patience, Clock clock) {
        this.jdbc = jdbc;
        this.patience = patience;
        this.clock = clock;
    }

    /** When orders were counted last; empty before the first time. */
    public Optional<Instant> countedAt() {
        return Optional.ofNullable(jdbc.sql("select max(counted_at) as at from figure_round")
                        .query((row, index) -> new At(row.getTimestamp("at")))
                        .single()
                        .moment())
                .map(Timestamp::toInstant);
    }

    private record At(Timestamp moment) {}

    /** Open orders by service, kind, phase and side. */
    public List<Standing> standings() {
        return jdbc.sql("select * from figure_standing")
                .query((row, index) -> new Standing(
                        row.getString("service"),
                        row.getString("kind"),
                        Phase.of(row.getString("phase")),
                        Turn.of(row.getString("turn")),
                        row.getInt("orders"),
                        row.getInt("stuck")))
                .list();
    }

    /** Deliveries by service and period; where there were none the pair is missing. */
    public List<Delivery> deliveries() {
        return jdbc.sql("select * from figure_delivery order by service")
                .query((row, index) -> new Delivery(
                        row.getString("service"),
                        Period.find(row.getString("period")).orElseThrow(),
                        row.getInt("deliveries"),
                        Duration.ofMinutes(row.getInt("median_minutes")),
                        Duration.ofMinutes(row.getInt("ninth_minutes")),
                        row.getInt("in_time")))
                .list();
    }

    /**
     * Where orders are stuck now, the longest first: a side has taken more time for a step than its due, and nobody has put
     * it off; or the step has failed. What an order waits for several times at one step is told once.
     */
    public StuckPage stuck(int page) {
        int known = Math.max(0, Math.min(page, StuckPage.LAST));
        List<StuckStep> found = stuck(known * StuckPage.SIZE, StuckPage.SIZE + 1);
        boolean more = found.size() > StuckPage.SIZE && known < StuckPage.LAST;
        return new StuckPage(found.subList(0, Math.min(found.size(), StuckPage.SIZE)), known, more);
    }

    /** As {@link #stuck(int)}, not page by page. */
    public List<StuckStep> stuck(int begin, int size) {
        // in letters: H2 keeps the first value that a limit within a table had
        return jdbc.sql(STUCK.replace(":most", Integer.toString(begin + size)))
                .param("belnet", patience.endsFor(Turn.BELNET))
                .param("customer", patience.endsFor(Turn.CUSTOMER))
                .param("supplier", patience.endsFor(Turn.SUPPLIER))
                .param("patient", Phases.PATIENT)
                .param("size", size)
                .param("begin", begin)
                .query(Figures::stuckStep)
                .list();
    }

    /** Steps of a process, whatever its version, by side; those that were neither left within the period nor go on are missing. */
    public List<StepFigure> steps(String process, Period period) {
        Map<List<String>, StepFigure> figures = new LinkedHashMap<>();
        passed(process, period).forEach(one -> figures.put(key(one), one));
        standing(process).forEach(one -> figures.merge(key(one), one, Figures::both));
        return new ArrayList<>(figures.values());
    }

    /** Failed steps by cause, those of most orders first. */
    public List<FailureFigure> failures() {
        return jdbc.sql("select f.failure_number, f.partner, min(f.words) as words,"
                        + " count(distinct f.order_number) as orders, count(*) as steps, min(f.failed_at) as since"
                        + " from failed_step f group by f.cause, f.failure_number, f.partner"
                        + " order by orders desc, since, f.cause")
                .query((row, index) -> new FailureFigure(
                        row.getString("failure_number"),
                        row.getString("partner"),
                        row.getString("words"),
                        row.getLong("orders"),
                        row.getLong("steps"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    private List<StepFigure> passed(String process, Period period) {
        return jdbc.sql("select activity, turn, count(*) as passed,"
                        + " percentile_cont(0.5) within group (order by " + ELAPSED + ") as median,"
                        + " sum(" + ELAPSED + ") as total"
                        + " from order_step where process = ? and left_at >= ? group by activity, turn"
                        + " order by activity, turn")
                .params(process, begin(period))
                .query((row, index) -> new StepFigure(
                        row.getString("activity"),
                        Turn.of(row.getString("turn")),
                        row.getLong("passed"),
                        seconds(row.getDouble("median")),
                        seconds(row.getDouble("total")),
                        0))
                .list();
    }

    private List<StepFigure> standing(String process) {
        return jdbc.sql("select activity, turn, count(*) as standing from order_step"
                        + " where process = ? and left_at is null group by activity, turn order by activity, turn")
                .param(process)
                .query((row, index) -> new StepFigure(
                        row.getString("activity"),
                        Turn.of(row.getString("turn")),
                        0,
                        null,
                        Duration.ZERO,
                        row.getLong("standing")))
                .list();
    }

    private Timestamp begin(Period period) {
        LocalDate today = BelgianTime.today(clock);
        return Timestamp.from(period.until(today).atStartOfDay(BRUSSELS).toInstant());
    }

    private static List<String> key(StepFigure figure) {
        return List.of(figure.activity(), figure.turn().code());
    }

    private static StepFigure both(StepFigure passed, StepFigure standing) {
        return new StepFigure(
                passed.activity(),
                passed.turn(),
                passed.passed(),
                passed.median(),
                passed.total(),
                standing.standing());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static StuckStep stuckStep(ResultSet row, int index) throws SQLException {
        return new StuckStep(
                row.getString("order_number"),
                row.getString("service"),
                row.getString("kind"),
                row.getString("acronym"),
                row.getString("activity"),
                Turn.of(row.getString("turn")),
                row.getTimestamp("since").toInstant(),
                row.getString("words"));
    }
}

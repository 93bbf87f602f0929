package be.belnet.orderdesk.feedback;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.database.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what customers say, one answer for each order. Remarks stand in its table and nowhere else. */
@Service
@Transactional
public class Feedbacks {
    private final JdbcClient jdbc;
    private final Clock clock;

    Feedbacks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps an answer in the place of an earlier one.
     *
     * @param remark null for none
     * @throws org.springframework.dao.DuplicateKeyException when the order's first one is kept at this moment; try again
     */
    public void keep(String orderNumber, Usefulness useful, String remark) {
        Timestamp now = Moments.now(clock);
        int changed = jdbc.sql("update feedback set useful = ?, remark = ?, answered_at = ? where order_number = ?")
                .params(Arrays.asList(useful.code(), remark, now, orderNumber))
                .update();
        if (changed == 0) {
            jdbc.sql("insert into feedback (order_number, useful, remark, answered_at) values (?, ?, ?, ?)")
                    .params(Arrays.asList(orderNumber, useful.code(), remark, now))
                    .update();
        }
    }

    @Transactional(readOnly = true)
    public Optional<Feedback> find(String orderNumber) {
        return jdbc.sql("select * from feedback where order_number = ?")
                .param(orderNumber)
                .query((row, index) -> feedback(row))
                .optional();
    }

    @Transactional(readOnly = true)
    public FeedbackPage find(FeedbackQuery query) {
        Map<Usefulness, Long> counts = counts(query);
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        int pages = (int) Math.max(1, (total + FeedbackQuery.PAGE_SIZE - 1) / FeedbackQuery.PAGE_SIZE);
        List<Object> values = new ArrayList<>();
        String where = where(query, values);
        values.add(FeedbackQuery.PAGE_SIZE);
        values.add((long) query.page() * FeedbackQuery.PAGE_SIZE);
        return new FeedbackPage(lines(where, " limit ? offset ?", values), counts, query.page(), pages);
    }

    /** All that is looked for, newest first, whichever page. */
    @Transactional(readOnly = true)
    public List<FeedbackLine> all(FeedbackQuery query) {
        List<Object> values = new ArrayList<>();
        return lines(where(query, values), "", values);
    }

    private Map<Usefulness, Long> counts(FeedbackQuery query) {
        List<Object> values = new ArrayList<>();
        Map<Usefulness, Long> counts = new EnumMap<>(Usefulness.class);
        Arrays.stream(Usefulness.values()).forEach(one -> counts.put(one, 0L));
        jdbc.sql("select f.useful, count(*) as answers" + where(query, values) + " group by f.useful")
                .params(values)
                .query((row, index) ->
                        counts.put(Usefulness.of(row.getString("useful")).orElseThrow(), row.getLong("answers")))
                .list();
        return counts;
    }

    private List<FeedbackLine> lines(String where, String part, List<Object> values) {
        return jdbc.sql("select f.*, o.service, o.kind, o.acronym" + where
                        + " order by f.answered_at desc, f.order_number" + part)
                .params(values)
                .query((row, index) -> new FeedbackLine(
                        feedback(row), row.getString("service"), row.getString("kind"), row.getString("acronym")))
                .list();
    }

    private static String where(FeedbackQuery query, List<Object> values) {
        List<String> conditions = new ArrayList<>();
        add(conditions, values, "o.service = ?", query.service());
        add(conditions, values, "f.answered_at >= ?", start(query.from()));
        add(
                conditions,
                values,
                "f.answered_at < ?",
                query.until() == null ? null : start(query.until().plusDays(1)));
        return " from feedback f join service_order o on o.number = f.order_number"
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
    }

    private static void add(List<String> conditions, List<Object> values, String condition, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static Timestamp start(LocalDate day) {
        return day == null ? null : Timestamp.from(day.atStartOfDay(BRUSSELS).toInstant());
    }

    private static Feedback feedback(ResultSet row) throws SQLException {
        return new Feedback(
                row.getString("order_number"),
                Usefulness.of(row.getString("useful")).orElseThrow(),
                row.getString("remark"),
                row.getTimestamp("answered_at").toInstant());
    }
}

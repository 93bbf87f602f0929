package be.belnet.orderdesk.team;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to somebody's orders in a time. */
@Service
@Transactional(readOnly = true)
public class Meanwhile {
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final OrderFile orders;

    Meanwhile(JdbcClient jdbc, OrderFile orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    /** What customers did during an absence, in orders of the person or with a task of theirs; oldest first. */
    public List<OrderEvent> answers(Absence absence) {
        return answers(
                absence.user(),
                start(absence.firstDay()),
                start(absence.lastDay().plusDays(1)));
    }

    /** What customers did in somebody's orders, from a moment until before another; oldest first. */
    public List<OrderEvent> answers(String user, Instant from, Instant until) {
        return jdbc
                .sql(
                        "select distinct e.order_number from order_event e join service_order o on o.number = e.order_number"
                                + " where e.actor = 'customer' and e.happened_at >= :from and e.happened_at < :until"
                                + " and (o.account_manager = :user or exists (select 1 from covered_task c"
                                + " where c.order_number = e.order_number and (c.absent = :user or c.substitute = :user)))"
                                + " order by e.order_number limit :most")
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("user", user)
                .param("most", MOST)
                .query(String.class)
                .list()
                .stream()
                .flatMap(number -> orders.events(number).stream())
                .filter(event -> event.actor().equals("customer"))
                .filter(event -> !event.at().isBefore(from) && event.at().isBefore(until))
                .toList();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BRUSSELS).toInstant();
    }
}

package be.belnet.orderdesk.figures;

import be.belnet.orderdesk.order.Turn;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that exist in the tables alone, as many as a test likes; all have numbers of one beginning. */
public class OrderSeed {
    private final JdbcClient jdbc;
    private final String beginning = "SEED" + UUID.randomUUID().toString().substring(0, 6);
    private int last;

    public OrderSeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins the numbers of its orders. */
    public String beginning() {
        return beginning;
    }

    /** @return the number of an open order */
    public String open(String service, String kind, String acronym, Instant at) {
        String number = "%s-%05d".formatted(beginning, ++last);
        jdbc.sql(
                        "insert into service_order (number, service, kind, state, turn, acronym, requester_name, requester_email,"
                                + " requester_language, opened_at) values (?, ?, ?, 'open', 'belnet', ?, 'Contact', 'c@a.example', 'en', ?)")
                .params(number, service, kind, acronym, Timestamp.from(at))
                .update();
        jdbc.sql("insert into order_search_term (order_number, term) values (?, ?)")
                .params(number, number.toLowerCase(Locale.ROOT))
                .update();
        return number;
    }

    public void complete(String order, Instant at) {
        jdbc.sql("update service_order set state = 'completed', turn = 'none', closed_at = ? where number = ?")
                .params(Timestamp.from(at), order)
                .update();
    }

    /** @param leftAt null while the order stands there */
    public void step(String order, String process, String activity, Turn turn, Instant enteredAt, Instant leftAt) {
        jdbc.sql(
                        "insert into order_step (order_number, process, activity, activity_instance, turn, entered_at, left_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        order,
                        process,
                        activity,
                        activity,
                        turn.code(),
                        Timestamp.from(enteredAt),
                        leftAt == null ? null : Timestamp.from(leftAt)))
                .update();
    }

    public void putOff(String order, LocalDate until) {
        jdbc.sql("update order_step set waits_until = ?, wait_reason = 'Later' where order_number = ?")
                .params(until, order)
                .update();
    }

    /** @param failure may be null */
    public void failed(String order, String activity, String cause, String failure, Instant at) {
        jdbc.sql(
                        "insert into failed_step (job_id, order_number, activity, partner, cause, words, failed_at, failure_number)"
                                + " values (?, ?, ?, 'Fortinet', ?, 'FortiFlex: does not answer', ?, ?)")
                .params(Arrays.asList(
                        UUID.randomUUID().toString(), order, activity, cause, Timestamp.from(at), failure))
                .update();
    }

    /** An order that was delivered, as measured. */
    public void delivered(String service, LocalDate on, long openingMinutes) {
        String order = open(service, "order", "A", Instant.now());
        complete(order, Instant.now());
        jdbc.sql(
                        "insert into order_delivery (order_number, service, delivered_on, opening_minutes) values (?, ?, ?, ?)")
                .params(order, service, on, openingMinutes)
                .update();
    }

    /** Nothing of it is left. */
    public void forget() {
        for (String table : new String[] {
            "failed_step", "order_delivery", "delivery_to_measure", "order_step", "order_search_term", "order_event"
        }) {
            jdbc.sql("delete from " + table + " where order_number like ?")
                    .param(beginning + "-%")
                    .update();
        }
        jdbc.sql("delete from service_order where number like ?")
                .param(beginning + "-%")
                .update();
    }
}

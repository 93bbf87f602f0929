package be.belnet.orderdesk.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells invoicing what began, changed its price, went to another customer or ended. What was there before Orderdesk is invoiced already. */
@Service
@Transactional(readOnly = true)
public class Invoicing {
    private static final String FORMER = "(select p.detail from subscription_event p where p.subscription_id ="
            + " e.subscription_id and p.id < e.id and p.kind in ('activated', 'imported', 'priceChanged')"
            + " order by p.id desc limit 1)";

    private final JdbcClient jdbc;

    Invoicing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What counts from a day of the period, both ends included, in that order. */
    public List<InvoiceLine> between(LocalDate from, LocalDate to) {
        return jdbc.sql("select s.*, e.kind as event_kind, e.counts_from, e.detail, " + FORMER
                        + " as former from subscription_event e join subscription s on s.id = e.subscription_id"
                        + " where e.kind in ('activated', 'priceChanged', 'customerMerged', 'terminated')"
                        + " and (e.kind <> 'terminated' or e.from_state in ('active', 'migrating'))"
                        + " and e.counts_from between ? and ?"
                        + " order by e.counts_from, e.id")
                .params(from, to)
                .query(Invoicing::line)
                .list();
    }

    private static InvoiceLine line(ResultSet row, int index) throws SQLException {
        String event =
                switch (row.getString("event_kind")) {
                    case "activated" -> "activation";
                    case "priceChanged" -> "change";
                    case "customerMerged" -> "customer";
                    default -> "end";
                };
        Subscription subscription = Subscriptions.subscription(row, index);
        return new InvoiceLine(
                event,
                row.getObject("counts_from", LocalDate.class),
                subscription,
                event.equals("customer") ? row.getString("former") : row.getString("detail"),
                event.equals("change") ? row.getString("former") : null);
    }
}

package be.belnet.orderdesk.order;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.person.Expiring;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders that are closed for so long that nobody needs the people in them any more. */
@Component
class ClosedOrders implements Expiring {
    private final JdbcClient jdbc;
    private final ObjectProvider<PersonalData> modules;

    ClosedOrders(JdbcClient jdbc, ObjectProvider<PersonalData> modules) {
        this.jdbc = jdbc;
        this.modules = modules;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<String> expired(LocalDate upTo) {
        return jdbc.sql(
                        "select number from service_order where closed_at < ? and discarded_on is null order by closed_at")
                .param(Timestamp.from(upTo.plusDays(1).atStartOfDay(BRUSSELS).toInstant()))
                .query(String.class)
                .list();
    }

    @Override
    public void discardExpired(String order, Tombstone tombstone) {
        modules.forEach(module -> module.discard(order, tombstone));
    }
}

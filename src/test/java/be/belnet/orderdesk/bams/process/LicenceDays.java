package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.LicenceRequest;
import be.belnet.orderdesk.bams.LicenceSupplier;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets licences come to their end, and runs the rounds that look after them. */
@TestComponent
public class LicenceDays {
    private final LicenceRounds rounds;
    private final LicenceSupplier licences;
    private final BamsOrders bamsOrders;
    private final Subscriptions subscriptions;
    private final Desk desk;
    private final JdbcClient jdbc;
    private final JdbcClient sandbox = TestWorld.sandboxTables();

    LicenceDays(
            LicenceRounds rounds,
            LicenceSupplier licences,
            BamsOrders bamsOrders,
            Subscriptions subscriptions,
            Desk desk,
            JdbcClient jdbc) {
        this.rounds = rounds;
        this.licences = licences;
        this.bamsOrders = bamsOrders;
        this.subscriptions = subscriptions;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** Gives a subscription a real licence, of which Orderdesk does not know the end. */
    public String order(Subscription subscription) {
        bamsOrders.open(subscription.orderNumber());
        String serial = licences.order(
                        subscription.orderNumber(), new LicenceRequest(subscription.acronym(), 1, "base", Set.of()))
                .serialNumber();
        jdbc.sql("update subscription set licence_serial = ?, licence_ends_on = null where id = ?")
                .params(serial, subscription.id())
                .update();
        return serial;
    }

    /** The last day of a licence, at Fortinet and as far as Orderdesk knows. */
    public void endOn(long subscription, LocalDate lastDay) {
        endAtFortinet(subscription, lastDay);
        jdbc.sql("update subscription set licence_ends_on = ? where id = ?")
                .params(lastDay, subscription)
                .update();
    }

    public void endAtFortinet(long subscription, LocalDate lastDay) {
        sandbox.sql("update fortiflex_entitlement set end_date = ? where serial_number = ?")
                .params(lastDay.plusDays(1).atStartOfDay(), serial(subscription))
                .update();
    }

    /** ACTIVE, STOPPED … */
    public void status(long subscription, String status) {
        sandbox.sql("update fortiflex_entitlement set status = ? where serial_number = ?")
                .params(status, serial(subscription))
                .update();
    }

    public LocalDate lastDayAtFortinet(long subscription) {
        return sandbox.sql("select end_date from fortiflex_entitlement where serial_number = ?")
                .param(serial(subscription))
                .query((row, index) -> row.getTimestamp(1).toLocalDateTime().toLocalDate())
                .single()
                .minusDays(1);
    }

    /** Runs a round; the files that have the licence extended, oldest first. What became due has run. */
    public List<String> look(long subscription) {
        rounds.look();
        List<String> files = files(subscription);
        files.forEach(desk::runJobs);
        return files;
    }

    /** Those of other tests are none of this one's business. */
    public void askForNoOther(long subscription) {
        jdbc.sql("update subscription set licence_looked_at = current_timestamp where id <> ?")
                .param(subscription)
                .update();
    }

    public void lookOnly() {
        rounds.look();
    }

    public List<String> files(long subscription) {
        return jdbc.sql("select order_number from licence_extension where subscription_id = ? order by order_number")
                .param(subscription)
                .query(String.class)
                .list();
    }

    private String serial(long subscription) {
        return subscriptions.get(subscription).references().licenceSerial();
    }
}

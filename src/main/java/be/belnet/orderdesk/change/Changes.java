package be.belnet.orderdesk.change;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderClosed;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the files of changes add to the order file. All writing happens in the caller's transaction. */
@Service
@Transactional
public class Changes {
    /** Kind of their files. */
    public static final String KIND = "change";

    private static final String OF_ORDER = " where order_number = ?";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final OrderFile orders;
    private final CustomerRegister customers;
    private final Subscriptions subscriptions;
    private final List<ChangingService> services;
    private final JdbcClient jdbc;

    Changes(
            OrderFile orders,
            CustomerRegister customers,
            Subscriptions subscriptions,
            List<ChangingService> services,
            JdbcClient jdbc) {
        this.orders = orders;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.services = services;
        this.jdbc = jdbc;
    }

    /**
     * Opens the file of a change and writes down what the customer has now.
     *
     * @param token a second file with the same token is refused by the database; may be null
     * @throws org.springframework.dao.DuplicateKeyException when another change of the subscription is open, or has the
     *     token
     */
    public Order open(NewChange change, Subscription subscription, String token) {
        Organisation customer = customers.find(change.acronym()).orElseThrow();
        Arrangement now = now(subscription);
        Order file = orders.open(new NewOrder(
                change.service(),
                KIND,
                customer.acronym(),
                change.request(),
                change.requester(),
                change.ticketReference(),
                null,
                token));
        jdbc.sql("insert into service_change (order_number, subscription_id, open_slot, former_price_line)"
                        + " values (?, ?, 1, ?)")
                .params(Arrays.asList(
                        file.number(),
                        subscription.id(),
                        subscription.agreement().priceLine()))
                .update();
        write(file.number(), BEFORE, now);
        write(file.number(), AFTER, now);
        Optional.ofNullable(customer.accountManager()).ifPresent(manager -> orders.assign(file.number(), manager));
        orders.record(file.number(), "changeRequested", Map.of());
        return orders.get(file.number());
    }

    /** Empty for files that change nothing. */
    @Transactional(readOnly = true)
    public Optional<Change> find(String number) {
        Arrangement before = read(number, BEFORE);
        Arrangement after = read(number, AFTER);
        return jdbc.sql("select * from service_change" + OF_ORDER)
                .param(number)
                .query((row, index) -> change(row, before, after))
                .optional();
    }

    /** @throws NoSuchElementException when it changes nothing */
    @Transactional(readOnly = true)
    public Change get(String number) {
        return find(number).orElseThrow();
    }

    /** What the file changes. */
    @Transactional(readOnly = true)
    public Subscription subscription(String number) {
        return subscriptions.get(get(number).subscription());
    }

    /** Number of the file that changes the subscription now. */
    @Transactional(readOnly = true)
    public Optional<String> openFor(long subscription) {
        return jdbc.sql("select order_number from service_change where subscription_id = ? and open_slot = 1")
                .param(subscription)
                .query(String.class)
                .optional();
    }

    /** @param service BAMS or DCS */
    public ChangingService service(String service) {
        return services.stream()
                .filter(one -> one.service().equals(service))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No changes of " + service));
    }

    /** Whether changes of this service can be asked for. */
    boolean isOffered(String service) {
        return services.stream().anyMatch(one -> one.service().equals(service));
    }

    /** What the customer is to have; whoever says so does not approve it. */
    public void determine(String number, Arrangement after, String userId) {
        Change change = get(number);
        Subscription subscription = subscriptions.get(change.subscription());
        write(number, AFTER, after);
        set(
                number,
                "price_line = ?, determined_by = ?",
                service(subscription.service()).priceLine(subscription, change.before(), after),
                userId);
        orders.record(number, "changeDetermined", Map.of());
    }

    /** Until the transaction ends nobody else gets past here with the file. */
    void hold(String number) {
        jdbc.sql("select order_number from service_change" + OF_ORDER + " for update")
                .param(number)
                .query(String.class)
                .single();
    }

    void keepAnnexNeeded(String number, boolean needed) {
        set(number, "annex_needed = ?", needed);
    }

    void keepAnnexSigned(String number, LocalDate on) {
        set(number, "annex_signed_on = ?", on);
    }

    void keepDone(String number, LocalDate on) {
        set(number, "done_on = ?", on);
    }

    @EventListener
    void closed(OrderClosed file) {
        jdbc.sql("update service_change set open_slot = null" + OF_ORDER)
                .param(file.number())
                .update();
    }

    /** As the latest change left it, else as it was brought. */
    private Arrangement now(Subscription subscription) {
        return jdbc.sql("select order_number from service_change where subscription_id = ? and done_on is not null"
                        + " order by done_on desc, order_number desc limit 1")
                .param(subscription.id())
                .query(String.class)
                .optional()
                .map(latest -> read(latest, AFTER))
                .orElseGet(() -> service(subscription.service()).origin(subscription));
    }

    private void write(String number, String side, Arrangement arrangement) {
        jdbc.sql("delete from service_change_aspect" + OF_ORDER + " and side = ?")
                .params(number, side)
                .update();
        arrangement.aspects().forEach((aspect, contents) -> {
            for (int position = 0; position < contents.size(); position++) {
                jdbc.sql("insert into service_change_aspect (order_number, side, aspect, position, content)"
                                + " values (?, ?, ?, ?, ?)")
                        .params(number, side, aspect, position, contents.get(position))
                        .update();
            }
        });
    }

    private Arrangement read(String number, String side) {
        Map<String, List<String>> aspects = new LinkedHashMap<>();
        jdbc.sql("select aspect, content from service_change_aspect" + OF_ORDER + " and side = ? order by position")
                .params(number, side)
                .query(row -> {
                    aspects.computeIfAbsent(row.getString("aspect"), none -> new ArrayList<>())
                            .add(row.getString("content"));
                });
        return new Arrangement(aspects);
    }

    private void set(String number, String columns, Object... values) {
        List<Object> all = new ArrayList<>(Arrays.asList(values));
        all.add(number);
        jdbc.sql("update service_change set " + columns + OF_ORDER).params(all).update();
    }

    private static Change change(ResultSet row, Arrangement before, Arrangement after) throws SQLException {
        return new Change(
                row.getString("order_number"),
                row.getLong("subscription_id"),
                before,
                after,
                row.getString("former_price_line"),
                row.getString("price_line"),
                row.getString("determined_by"),
                row.getObject("annex_needed", Boolean.class),
                row.getObject("annex_signed_on", LocalDate.class),
                row.getObject("done_on", LocalDate.class));
    }
}

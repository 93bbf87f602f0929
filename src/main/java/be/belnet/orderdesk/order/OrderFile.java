package be.belnet.orderdesk.order;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.database.ReadOnce;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the order files. All writing happens in the caller's transaction, together with the engine's. */
@Service
@Transactional
public class OrderFile {
    /** Orders by number. */
    static final ReadOnce<String, Optional<Order>> READ = new ReadOnce<>();

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private static final String ORDERDESK = "orderdesk";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final OrderNumbers numbers;
    private final OrderSteps steps;
    private final OrderSearch search;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<OnBehalf> behalf;

    OrderFile(
            JdbcClient jdbc,
            ObjectMapper json,
            Clock clock,
            OrderNumbers numbers,
            OrderSteps steps,
            OrderSearch search,
            ApplicationEventPublisher events,
            ObjectProvider<OnBehalf> behalf) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.numbers = numbers;
        this.steps = steps;
        this.search = search;
        this.events = events;
        this.behalf = behalf;
    }

    /**
     * Opens a file and gives it a number.
     *
     * @throws org.springframework.dao.DuplicateKeyException when an order with this token exists; roll back, then {@link
     *     #findByToken} has it
     */
    public Order open(NewOrder request) {
        String number = numbers.next(request.service());
        Requester requester = request.requester();
        jdbc.sql("insert into service_order (number, service, kind, state, turn, acronym, request, requester_name,"
                        + " requester_email, requester_phone, requester_language, ticket_reference, customer_reference,"
                        + " token, opened_at) values (?, ?, ?, 'open', 'belnet', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        request.service(),
                        request.kind(),
                        request.acronym(),
                        request.request(),
                        requester.name(),
                        requester.email(),
                        requester.phone(),
                        requester.language(),
                        request.ticketReference(),
                        request.customerReference(),
                        request.token(),
                        Moments.now(clock))
                .update();
        search.noteOpened(number, request);
        record(number, "orderReceived", Map.of());
        return get(number);
    }

    /** @throws UnknownOrderException when no order has this number */
    @Transactional(readOnly = true)
    public Order get(String number) {
        return find(number).orElseThrow(() -> new UnknownOrderException(number));
    }

    @Transactional(readOnly = true)
    public Optional<Order> find(String number) {
        return READ.get(number, this::row);
    }

    private Optional<Order> row(String number) {
        return jdbc.sql("select * from service_order where number = ?")
                .param(number)
                .query(OrderFile::order)
                .optional();
    }

    /** The order that was opened with this token. */
    @Transactional(readOnly = true)
    public Optional<Order> findByToken(String token) {
        return jdbc.sql("select * from service_order where token = ?")
                .param(token)
                .query(OrderFile::order)
                .optional();
    }

    /** Open orders of one customer for one service and kind, oldest first. */
    @Transactional(readOnly = true)
    public List<Order> openOrders(String acronym, String service, String kind) {
        return jdbc.sql("select * from service_order where acronym = ? and service = ? and kind = ?"
                        + " and state in ('open', 'cancelling') order by opened_at, number")
                .params(acronym, service, kind)
                .query(OrderFile::order)
                .list();
    }

    /** Files of one customer for one service, whatever acronym it had then; newest first, at most so many. */
    @Transactional(readOnly = true)
    public List<Order> ofCustomer(Collection<String> acronyms, String service, int most) {
        return jdbc.sql("select * from service_order where acronym in (:acronyms) and service = :service"
                        + " order by opened_at desc, number desc limit :most")
                .param("acronyms", acronyms)
                .param("service", service)
                .param("most", most)
                .query(OrderFile::order)
                .list();
    }

    /**
     * Open files for one service, of a customer; where its acronym is not known on either side, of one who asked. Oldest
     * first; Belnet's own are not among them.
     *
     * @param acronym may be null
     * @param email of the one who asked; may be null
     */
    @Transactional(readOnly = true)
    public List<Order> openFiles(String service, String acronym, String email) {
        return jdbc.sql("select * from service_order where service = :service and state = 'open' and kind <> 'campaign'"
                        + " and (acronym = :acronym or lower(requester_email) = lower(:email)"
                        + " and (acronym is null or :acronym = '')) order by opened_at, number")
                .param("service", service)
                .param("acronym", acronym == null ? "" : acronym)
                .param("email", email == null ? "" : email)
                .query(OrderFile::order)
                .list();
    }

    /** Open files whose account manager somebody is, oldest first. */
    @Transactional(readOnly = true)
    public List<Order> openOfAccountManager(String user) {
        return jdbc.sql("select * from service_order where account_manager = ? and state in ('open', 'cancelling')"
                        + " order by opened_at, number")
                .param(user)
                .query(OrderFile::order)
                .list();
    }

    public void setCustomer(String number, String acronym) {
        READ.forget(number);
        jdbc.sql("update service_order set acronym = ? where number = ?")
                .params(acronym, number)
                .update();
        search.note(number, acronym);
    }

    /**
     * Somebody else at the customer takes the place of who asked, in this file and in those of the customer that are open.
     *
     * @param formerEmail of whoever leaves the place; where it is another's, nothing changes
     */
    public void replaceRequester(String number, String formerEmail, Requester successor) {
        List<String> files = jdbc.sql("select f.number from service_order f join service_order o on o.number = ?"
                        + " where lower(f.requester_email) = lower(?) and (f.number = o.number"
                        + " or f.acronym = o.acronym and f.state in ('open', 'cancelling')) order by f.number")
                .params(number, formerEmail)
                .query(String.class)
                .list();
        files.forEach(file -> replaceRequester(file, successor));
    }

    private void replaceRequester(String number, Requester successor) {
        READ.forget(number);
        jdbc.sql("update service_order set requester_name = ?, requester_email = ?, requester_phone = ?,"
                        + " requester_language = ? where number = ?")
                .params(successor.name(), successor.email(), successor.phone(), successor.language(), number)
                .update();
        search.noteRestricted(number, successor.name());
        search.noteRestricted(number, successor.email());
    }

    /** @param accountManager user id */
    public void assign(String number, String accountManager) {
        READ.forget(number);
        jdbc.sql("update service_order set account_manager = ? where number = ?")
                .params(accountManager, number)
                .update();
        record(number, "accountManagerAssigned", Map.of("accountManager", accountManager));
    }

    /**
     * Adds an event to the timeline, by the person signed in, else by Orderdesk itself. Who does it in the place of somebody
     * else is said to.
     */
    public void record(String number, String kind, Map<String, String> facts) {
        String actor = actor();
        Optional<String> absent = actor.equals(ORDERDESK)
                ? Optional.empty()
                : behalf.stream()
                        .flatMap(known -> known.of(actor, number).stream())
                        .findFirst();
        Map<String, String> told = new HashMap<>(facts);
        absent.ifPresent(one -> told.put(OrderEvent.ON_BEHALF_OF, one));
        recordBy(actor, number, kind, told);
    }

    /** Adds an event to the timeline in the name of {@code actor}. */
    public void recordBy(String actor, String number, String kind, Map<String, String> facts) {
        jdbc.sql("insert into order_event (order_number, happened_at, actor, kind, facts) values (?, ?, ?, ?, ?)")
                .params(number, Moments.now(clock), actor, kind, write(facts))
                .update();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<OrderEvent> events(String number) {
        return jdbc.sql("select * from order_event where order_number = ? order by id")
                .param(number)
                .query(this::event)
                .list();
    }

    /** Those of some kinds, oldest first. */
    @Transactional(readOnly = true)
    public List<OrderEvent> events(String number, Collection<String> kinds) {
        return jdbc.sql("select * from order_event where order_number = :number and kind in (:kinds) order by id")
                .param("number", number)
                .param("kinds", kinds)
                .query(this::event)
                .list();
    }

    /** The latest of some kinds. */
    @Transactional(readOnly = true)
    public Optional<OrderEvent> latest(String number, String... kinds) {
        return jdbc.sql("select * from order_event where order_number = :number and kind in (:kinds)"
                        + " order by id desc limit 1")
                .param("number", number)
                .param("kinds", List.of(kinds))
                .query(this::event)
                .optional();
    }

    /** Whether an event of this kind stands in the timeline. */
    @Transactional(readOnly = true)
    public boolean has(String number, String kind) {
        return jdbc.sql("select exists (select 1 from order_event where order_number = ? and kind = ?)")
                .params(number, kind)
                .query(Boolean.class)
                .single();
    }

    /**
     * Stops new effects at partners while the order is undone.
     *
     * @throws OrderClosedException when the order is closed or closing already
     */
    public void beginCancelling(String number) {
        READ.forget(number);
        int rows = jdbc.sql("update service_order set state = 'cancelling' where number = ? and state = 'open'")
                .param(number)
                .update();
        if (rows == 0) {
            throw new OrderClosedException(number, get(number).state());
        }
    }

    /**
     * Closes the file; closing a closed one changes nothing.
     *
     * @param state a final one
     * @param reason may be null
     */
    public void close(String number, OrderState state, String reason) {
        READ.forget(number);
        int rows = jdbc.sql("update service_order set state = ?, turn = 'none', closed_at = ?,"
                        + " closing_reason = coalesce(?, closing_reason)"
                        + " where number = ? and state in ('open', 'cancelling')")
                .params(state.code(), Moments.now(clock), reason, number)
                .update();
        if (rows > 0) {
            steps.leaveAll(number);
            record(number, "order" + capitalised(state.code()), Map.of());
            events.publishEvent(new OrderClosed(number, state));
        }
    }

    /** Keeps the reason for closing before the process reaches its end. */
    public void setClosingReason(String number, String reason) {
        READ.forget(number);
        jdbc.sql("update service_order set closing_reason = ? where number = ?")
                .params(reason, number)
                .update();
    }

    /** Puts other facts in the place of an event's. */
    void rewrite(OrderEvent event, Map<String, String> facts) {
        jdbc.sql("update order_event set facts = ? where id = ?")
                .params(write(facts), event.id())
                .update();
    }

    private static String actor() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null || !signedIn.isAuthenticated() ? ORDERDESK : signedIn.getName();
    }

    private String write(Map<String, String> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> read(String facts) {
        try {
            return json.readValue(facts, FACTS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Event facts are not JSON", damaged);
        }
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    static Order order(ResultSet row, int index) throws SQLException {
        return new Order(
                row.getString("number"),
                row.getString("service"),
                row.getString("kind"),
                OrderState.of(row.getString("state")),
                Turn.of(row.getString("turn")),
                row.getString("acronym"),
                row.getString("request"),
                new Requester(
                        row.getString("requester_name"),
                        row.getString("requester_email"),
                        row.getString("requester_phone"),
                        row.getString("requester_language")),
                row.getString("ticket_reference"),
                row.getString("customer_reference"),
                row.getString("account_manager"),
                Moments.read(row, "opened_at"),
                Moments.read(row, "closed_at"),
                row.getString("closing_reason"));
    }

    private OrderEvent event(ResultSet row, int index) throws SQLException {
        return new OrderEvent(
                row.getLong("id"),
                row.getString("order_number"),
                Moments.read(row, "happened_at"),
                row.getString("actor"),
                row.getString("kind"),
                read(row.getString("facts")));
    }
}

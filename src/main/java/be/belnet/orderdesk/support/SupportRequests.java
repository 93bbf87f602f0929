package be.belnet.orderdesk.support;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderSearch;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps questions in order files of their own. */
@Service
@Transactional
public class SupportRequests {
    /** Kind of their files. */
    public static final String KIND = "support";

    private static final String PASSED_ON = "questionPassedOn";
    private static final String GIVEN_BACK = "questionGivenBack";
    private static final String TEXT = "text";

    private final OrderFile orders;
    private final OrderSearch search;
    private final CustomerRegister customers;
    private final JdbcClient jdbc;

    SupportRequests(OrderFile orders, OrderSearch search, CustomerRegister customers, JdbcClient jdbc) {
        this.orders = orders;
        this.search = search;
        this.customers = customers;
        this.jdbc = jdbc;
    }

    /**
     * Opens the file of a question.
     *
     * @param token a second file with the same token is refused by the database; may be null
     */
    public Order open(SupportQuestion question, String token) {
        Order file = orders.open(new NewOrder(
                question.service(),
                KIND,
                inUse(question.acronym()),
                question.question(),
                question.requester(),
                question.ticketReference(),
                null,
                token));
        jdbc.sql("insert into support_request (order_number, topic, certificate_order) values (?, ?, ?)")
                .params(Arrays.asList(file.number(), question.topic().code(), question.certificateOrder()))
                .update();
        search.note(file.number(), question.certificateOrder());
        return file;
    }

    /** Empty for files that are no question's. */
    @Transactional(readOnly = true)
    public Optional<SupportRequest> find(String number) {
        return jdbc.sql("select * from support_request where order_number = ?")
                .param(number)
                .query((row, index) -> new SupportRequest(
                        row.getString("order_number"),
                        SupportTopic.of(row.getString("topic")),
                        row.getString("certificate_order"),
                        row.getString("answer")))
                .optional();
    }

    /** @throws java.util.NoSuchElementException when it is no question's file */
    @Transactional(readOnly = true)
    public SupportRequest get(String number) {
        return find(number).orElseThrow();
    }

    public void keepAnswer(String number, String answer) {
        jdbc.sql("update support_request set answer = ? where order_number = ?")
                .params(answer, number)
                .update();
    }

    /**
     * Makes a member of Customer Relations the question's account manager.
     *
     * @param accountManager user id
     * @param note for whoever takes it up; may be null
     */
    public void passOn(String number, String accountManager, String note) {
        orders.assign(number, accountManager);
        orders.record(number, PASSED_ON, text(note));
    }

    /** @param note for the Service Desk; may be null */
    public void giveBack(String number, String note) {
        orders.record(number, GIVEN_BACK, text(note));
    }

    /** What was written down when the question changed hands last; empty when nothing was. */
    @Transactional(readOnly = true)
    public Optional<String> note(String number) {
        return orders.latest(number, PASSED_ON, GIVEN_BACK)
                .map(OrderEvent::facts)
                .map(facts -> facts.get(TEXT));
    }

    /** The acronym in use where the customer gave a former one. */
    private String inUse(String given) {
        return given == null
                ? null
                : customers.find(given).map(Organisation::acronym).orElse(given);
    }

    private static Map<String, String> text(String note) {
        return note == null ? Map.of() : Map.of(TEXT, note);
    }
}

package be.belnet.orderdesk.follow.process;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.customer.Contact;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.follow.ContactChange;
import be.belnet.orderdesk.follow.ContactChanges;
import be.belnet.orderdesk.follow.Customers;
import be.belnet.orderdesk.follow.Follower;
import be.belnet.orderdesk.order.OrderFile;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody else takes the place of a contact once staff, or the contact itself, have said so. */
@ProcessTest
class ContactChangeProcessTest {
    private static final String CONFIRM = "userTask_confirmContact";

    @Autowired
    Way way;

    @Autowired
    Desk desk;

    @Autowired
    OrderFile orders;

    @Autowired
    CustomerRegister customers;

    @Autowired
    Correspondence correspondence;

    @Autowired
    ContactChanges changes;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    org.springframework.context.ApplicationContext context;

    private Customers page;
    private String order;
    private String former;

    @BeforeEach
    void customerWithAContractOut() {
        page = Customers.of(context);
        order = way.contractOut("nl");
        former = orders.get(order).requester().email();
    }

    @Test
    void staffConfirmAndTheSuccessorIsWrittenToFromThenOn() {
        String change = ask();
        desk.complete(change, CONFIRM, "desk1", Map.of("contactOutcome", "change"));

        assertThat(end(change)).isEqualTo("endEvent_contactChanged");
        assertThat(orders.get(order).requester().email()).isEqualTo("successor@customer.example");
        assertThat(templates("successor@customer.example")).containsExactly("contact-changed");
        assertThat(templates(former)).endsWith("contact-change-asked", "contact-changed");
        assertThat(changes.get(change).state()).isEqualTo(ContactChange.State.CHANGED);
        assertThat(changes.get(change).former()).as("nobody is kept").isNull();
        assertThat(changes.get(change).successor()).isNull();
    }

    @Test
    void staffKeepTheContact() {
        String change = ask();
        desk.complete(change, CONFIRM, "relations1", Map.of("contactOutcome", "keep"));

        assertThat(end(change)).isEqualTo("endEvent_contactKept");
        assertThat(orders.get(order).requester().email()).isEqualTo(former);
        assertThat(templates(former)).endsWith("contact-change-asked", "contact-kept");
        assertThat(templates("successor@customer.example")).isEmpty();
    }

    @Test
    void contactAnswersItselfAndTheTaskIsGone() {
        String change = ask();
        assertThat(page.answer(change, true)).isTrue();

        assertThat(desk.openTasks(change)).isEmpty();
        assertThat(end(change)).isEqualTo("endEvent_contactChanged");
        assertThat(page.answer(change, false)).as("decided before").isFalse();
        assertThat(orders.get(order).requester().email()).isEqualTo("successor@customer.example");
    }

    @Test
    void contactOfTheRegisterHandsItsRolesOver() {
        String acronym = orders.get(order).acronym();
        Contact technical = customers.contacts(acronym).get(0);
        String change = page.ask(order, technical.email());
        desk.complete(change, CONFIRM, "desk1", Map.of("contactOutcome", "change"));

        assertThat(customers.contacts(acronym))
                .filteredOn(contact -> contact.id() == technical.id())
                .singleElement()
                .satisfies(contact -> {
                    assertThat(contact.email()).isEqualTo("successor@customer.example");
                    assertThat(contact.roles()).isEqualTo(technical.roles());
                });
        assertThat(orders.get(order).requester().email()).as("another person").isEqualTo(former);
    }

    @Test
    void whoIsAContactAlreadyHasBothRoles() {
        String acronym = orders.get(order).acronym();
        Contact technical = customers.contacts(acronym).get(0);
        jdbc.sql("insert into customer_contact (organisation_id, email_key, name, email, language, roles) select"
                        + " organisation_id, 'successor@customer.example', 'Successor', 'successor@customer.example', 'nl',"
                        + " 'invoices' from customer_contact where id = ?")
                .param(technical.id())
                .update();
        String change = page.ask(order, technical.email());
        desk.complete(change, CONFIRM, "desk1", Map.of("contactOutcome", "change"));

        assertThat(customers.contacts(acronym))
                .filteredOn(contact -> contact.email().equals("successor@customer.example"))
                .singleElement()
                .satisfies(contact -> assertThat(contact.roles())
                        .containsAll(technical.roles())
                        .hasSize(technical.roles().size() + 1));
        assertThat(customers.contacts(acronym))
                .filteredOn(contact -> contact.id() == technical.id())
                .singleElement()
                .satisfies(contact -> assertThat(contact.roles()).isEmpty());
    }

    private String ask() {
        page.ask(order, former);
        return Follower.change(orders.events(order));
    }

    private List<String> templates(String email) {
        return correspondence.of(order).stream()
                .filter(mail -> mail.to().email().equals(email))
                .map(SentMail::template)
                .toList();
    }

    private String end(String number) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getEndActivityId();
    }
}

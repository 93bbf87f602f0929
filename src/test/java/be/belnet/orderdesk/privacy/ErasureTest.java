package be.belnet.orderdesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.bams.process.Watch;
import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.contract.Scans;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.dcs.process.OrganisationRounds;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.SamplePdf;
import be.belnet.orderdesk.person.Kept;
import be.belnet.orderdesk.privacy.Traces.Trace;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody whose marks stand in every field that tells of people asks to be erased: nothing is left anywhere but in the
 * rows that the law has kept, and those are exactly the ones that the report lists.
 */
@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
class ErasureTest {
    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Way way;

    @Autowired
    Watch watch;

    @Autowired
    TestClock clock;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    OrganisationRounds organisations;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    CustomerRegister customers;

    @Autowired
    Scans scans;

    @Autowired
    DataRequests requests;

    @Autowired
    PersonDesk persons;

    @Autowired
    JdbcClient jdbc;

    private Asked asked;
    private String customer;
    private String name;
    private String email;
    private String phone;
    private String digits;
    private String words;

    @BeforeEach
    void somebodyAtACustomer() {
        asked = new Asked(desk, clock);
        customer = register.university("fr");
        String sign = UUID.randomUUID().toString().substring(0, 8);
        name = "Contact O’Mark-" + sign + " & Co";
        email = "mark-" + sign + "@customer.example";
        digits = "47" + (10_000_000 + Math.floorMod(sign.hashCode(), 10_000_000));
        phone = "+32 " + digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
        words = "Words" + sign;
        jdbc.sql("update customer_contact set name = ?, email = ?, email_key = ?, phone = ? where roles = 'technical'"
                        + " and organisation_id = (select id from customer_organisation where acronym = ?)")
                .params(name, email, email, phone, customer)
                .update();
    }

    @Test
    void nothingIsLeftButWhatTheReportLists(CapturedOutput log) {
        String bams = mailSecurity();
        String dcs = certificates();
        String left = leftOrder();
        assertThat(traces()).as("the search finds what is there").hasSizeGreaterThan(20);
        assertThat(new Traces(jdbc).tablesSearched()).isGreaterThan(80);

        String request = asked.erase(name, email);
        List<Kept> kept = requests.kept(request);
        asked.answer(request, Map.of());

        assertThat(traces()).as("left outside of what is kept").allSatisfy(trace -> assertThat(kept)
                .anyMatch(row -> row.table().equals(trace.table()) && row.row() == trace.row()));
        assertThat(kept).as("listed and there").isNotEmpty().allSatisfy(row -> assertThat(isThere(row))
                .isTrue());
        assertThat(kept).extracting(Kept::table).contains("contract", "policy_acceptance", "order_document_content");
        assertThat(traces()).extracting(Trace::table).contains("contract", "policy_acceptance");
        assertThat(kept).extracting(Kept::ground).containsOnly("fiscalRecords");
        assertThat(orders.documents(bams)).as("the signed contract stays").isNotEmpty();
        assertThat(orders.documents(left)).as("what nobody signed does not").isEmpty();
        assertThat(orders.get(dcs).requester().name())
                .startsWith("erased-" + clock.today().getYear());
        assertThat(customers.contacts(customer)).hasSize(1);
        assertThat(log.getAll())
                .contains("Erased for " + request)
                .doesNotContainIgnoringCase(email)
                .doesNotContainIgnoringCase(name)
                .doesNotContain(words);
    }

    @Test
    void erasingAgainChangesNothing() {
        mailSecurity();
        String request = asked.erase(name, email);
        List<Kept> kept = requests.kept(request);
        List<DataAccess> acts = requests.accesses(request);
        List<Map<String, Object>> before = contentOf("service_order", "correspondence", "contract", "order_event");

        persons.erase(request);

        assertThat(requests.kept(request)).isEqualTo(kept);
        assertThat(requests.accesses(request)).isEqualTo(acts).hasSize(1);
        assertThat(contentOf("service_order", "correspondence", "contract", "order_event"))
                .isEqualTo(before);
    }

    @Test
    void othersOfTheSameNameKeepTheirData() {
        String other = register.university("fr");
        jdbc.sql("update customer_contact set name = ? where roles = 'technical' and organisation_id ="
                        + " (select id from customer_organisation where acronym = ?)")
                .params(name, other)
                .update();
        String order = way.contractOut(other, "fr");
        orders.record(order, "noteAdded", Map.of("text", name + " called."));

        asked.erase(name, email);

        assertThat(customers.contacts(other)).anyMatch(contact -> contact.name().equals(name));
        assertThat(orders.events(order))
                .anyMatch(event -> (name + " called.").equals(event.facts().get("text")));
    }

    @Test
    void mentionsInOrdersOfColleaguesAreTakenOut() {
        String order = way.contractOut(customer, "fr");
        orders.record(order, "noteAdded", Map.of("text", name + " called from " + phone + " about \"mail\"."));

        asked.erase(name, email);

        assertThat(orders.events(order)).anyMatch(event -> "*** called from *** about \"mail\"."
                .equals(event.facts().get("text")));
        assertThat(orders.get(order).requester().name()).as("the colleague").isEqualTo("Mail administrator");
    }

    @Test
    void openOrderHoldsTheErasureUp() {
        String order = order("bams-order");
        String request = asked.register("erase", name, email);
        asked.confirm(request);

        assertThatThrownBy(() -> desk.complete(
                        request, "userTask_decideOnErasure", "manager1", Map.of("erasureDecision", "approve")))
                .hasMessageContaining("form.error.ordersNeedPerson");
        process.withdraw(order, "Not now");
        desk.runJobs(order);
        desk.complete(request, "userTask_decideOnErasure", "manager1", Map.of("erasureDecision", "approve"));

        assertThat(traces()).extracting(Trace::table).containsOnly("data_request");
    }

    @Test
    void nobodyErasesWithoutApproval() {
        String request = asked.register("erase", name, email);
        asked.confirm(request);

        assertThatThrownBy(() -> persons.erase(request)).isInstanceOf(IllegalStateException.class);
        assertThat(customers.contacts(customer))
                .anyMatch(contact -> contact.email().equals(email));
    }

    /** From the first mail to the end, with words in every field. */
    private String mailSecurity() {
        String order = order("bams-order");
        complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        complete(
                order,
                "userTask_discussWishes",
                "relations1",
                Map.of("wishes", words, "meetingNeeded", true, "meetingAt", tomorrow(), "meetingPlace", words));
        complete(order, "userTask_holdMeeting", "relations1", Map.of("minutes", words + " of " + name));
        complete(order, "userTask_determineNeeds", "relations1", needs(true));
        complete(
                order,
                "userTask_arrangeAdvice",
                "relations1",
                Map.of("adviser", "adviser1", "appointmentAt", tomorrow()));
        complete(order, "userTask_adviseCustomer", "adviser1", Map.of("advice", words));
        complete(order, "userTask_determineNeeds", "relations1", needs(false));
        orders.record(order, "noteAdded", Map.of("text", words + " " + email));
        complete(order, "userTask_registerSignedCopies", "relations1", copies("textChanged"));
        complete(order, "userTask_decideOnChanges", "relations1", Map.of("changesDecision", "refuse", "reason", words));
        complete(order, "userTask_registerSignedCopies", "relations1", copies("none"));
        scans.add(order, ScanKind.SIGNED_COPIES, SamplePdf.plain());
        watch.untilHandOver(order);
        way.handOver(order);
        way.countersign(order);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        return order;
    }

    private String certificates() {
        String order = order("dcs-order");
        complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        complete(
                order,
                "userTask_determineDomains",
                "relations1",
                Map.of(
                        "domains",
                        customer.toLowerCase(Locale.ROOT) + ".example",
                        "administratorGivenName",
                        "Contact",
                        "administratorFamilyName",
                        name.substring("Contact ".length()),
                        "administratorEmail",
                        email,
                        "administratorPhone",
                        phone,
                        "administratorLanguage",
                        "fr"));
        complete(order, "userTask_registerSignedCopies", "relations1", copies("none"));
        way.countersign(order);
        sectigo.validate(customer);
        organisations.look(order);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        return order;
    }

    /** Given up before anybody signed, with a scan already there. */
    private String leftOrder() {
        String order = order("dcs-order");
        desk.complete(
                order, "userTask_reviewRequest", "desk1", Map.of("requestOutcome", "accept", "acronym", customer));
        scans.add(order, ScanKind.SIGNED_COPIES, SamplePdf.plain());
        process.withdraw(order, words);
        desk.runJobs(order);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        return order;
    }

    private String order(String process) {
        return desk.start(
                "desk1",
                process,
                Map.of(
                        "acronym",
                        customer,
                        "request",
                        words + " asks " + name,
                        "contactName",
                        name,
                        "contactEmail",
                        email,
                        "contactPhone",
                        phone,
                        "contactLanguage",
                        "fr",
                        "ticketReference",
                        words,
                        "customerReference",
                        words));
    }

    private Map<String, Object> needs(boolean advice) {
        return new HashMap<>(Map.of(
                "mailDomains",
                "customer.example mx.customer.example",
                "mailboxes",
                50,
                "technicalAdviceNeeded",
                advice));
    }

    private Map<String, Object> copies(String defect) {
        return Map.of(
                "copiesReceived",
                2,
                "copy1Defect",
                "none",
                "copy2Defect",
                defect,
                "signatoryName",
                name,
                "signatoryRole",
                words,
                "receivedOn",
                clock.today().toString());
    }

    private void complete(String order, String task, String user, Map<String, Object> answers) {
        desk.complete(order, task, user, answers);
    }

    private List<Trace> traces() {
        return new Traces(jdbc).of(List.of(name.split(" ")[1], email, phone, digits, words));
    }

    private boolean isThere(Kept row) {
        String key =
                switch (row.table()) {
                    case "order_document_content" -> "document_id";
                    case "policy_acceptance" -> "contract_id";
                    default -> "id";
                };
        return jdbc.sql("select count(*) from %s where %s = ?".formatted(row.table(), key))
                        .param(row.row())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<Map<String, Object>> contentOf(String... tables) {
        return List.of(tables).stream()
                .flatMap(table -> jdbc.sql("select * from " + table + " order by 1").query().listOfRows().stream())
                .toList();
    }

    private String tomorrow() {
        return LocalDateTime.now().plusDays(1).withNano(0).toString();
    }
}

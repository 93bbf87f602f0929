package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.bams.process.Watch;
import be.belnet.orderdesk.dcs.DigiCertDesk;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.dcs.process.DomainRounds;
import be.belnet.orderdesk.dcs.process.OrganisationRounds;
import be.belnet.orderdesk.feedback.Feedbacks;
import be.belnet.orderdesk.feedback.Usefulness;
import be.belnet.orderdesk.intake.Letter;
import be.belnet.orderdesk.intake.Post;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people enter stays in our own tables: none of it reaches a table of the engine or a log. */
@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTest {
    private static final String MARKER = "Zyxmarker";
    private static final String PHONE = "790 33 77";

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Post post;

    @Autowired
    Watch watch;

    @Autowired
    OrderFile orders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DigiCertDesk digicert;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    OrganisationRounds organisations;

    @Autowired
    DomainRounds rounds;

    @Autowired
    Feedbacks feedbacks;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Notices notices;

    private String order;

    @Test
    void orderOfMailSecurityLeavesNothing(CapturedOutput log) {
        completeOrderOfMailSecurity();

        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(log.getAll()).contains("orderdesk");
        assertMarkerIsOnlyIn("SERVICE_ORDER", log);
    }

    @Test
    void orderOfCertificatesLeavesNothing(CapturedOutput log) {
        order = desk.start(
                "desk1",
                "dcs-order",
                Map.of(
                        "acronym",
                        register.university("fr"),
                        "contactName",
                        MARKER,
                        "contactEmail",
                        MARKER + "@customer.example",
                        "contactLanguage",
                        "fr"));
        complete("userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        complete(
                "userTask_determineDomains",
                "relations1",
                Map.of(
                        "domains",
                        order + "." + MARKER + ".example",
                        "administratorGivenName",
                        MARKER,
                        "administratorFamilyName",
                        MARKER,
                        "administratorEmail",
                        MARKER + "@customer.example",
                        "administratorPhone",
                        "+32 2 " + PHONE,
                        "administratorLanguage",
                        "fr"));
        complete("userTask_registerSignedCopies", "relations1", copies("none"));

        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract");
        assertMarkerIsOnlyIn("DCS_ORDER", log);
    }

    @Test
    void mailLeavesNothing(CapturedOutput log) {
        Letter plain = Letter.of(MARKER + "@customer.example", "BAMS " + MARKER, "What does BAMS cost? " + MARKER);
        Letter letter = new Letter(
                plain.messageId(), plain.from(), MARKER, plain.subject(), plain.text(), plain.headers(), plain.files());
        order = post.triage(letter);
        complete(
                "userTask_sortMail",
                "desk1",
                Map.of("mailOutcome", "startBams", "contactLanguage", "en", "reason", MARKER));

        assertThat(desk.openTasks(post.order(letter).number())).containsExactly("userTask_reviewRequest");
        assertMarkerIsOnlyIn("INCOMING_MAIL", log);
    }

    @Test
    void migrationLeavesNothing(CapturedOutput log) {
        String customer = register.university("fr");
        jdbc.sql("update customer_contact set name = ?, phone = ? where organisation_id ="
                        + " (select id from customer_organisation where acronym = ?)")
                .params(MARKER, "+32 2 " + PHONE, customer)
                .update();
        Domain domain = new Domain(customer + "." + MARKER + ".example");
        digicert.organisation(customer, List.of(domain));
        subscribers.certificatesOnPaper(customer, LocalDate.of(2024, 3, 1));
        order = desk.start(
                "manager1",
                "dcs-migration",
                Map.of("acronym", customer, "formerAuthority", "digicert", "authority", "sectigo"));
        sectigo.suspend(domain);
        sectigo.validate(customer);
        organisations.look(order);
        complete("userTask_decideOnDomain", "operations1", Map.of("domainDecision", "giveUp", "reason", MARKER));
        rounds.look(order);

        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        assertMarkerIsOnlyIn("CERTIFICATE_DOMAIN", log);
    }

    @Test
    void changeLeavesNothing(CapturedOutput log) {
        String customer = register.university("fr");
        subscribers.certificates(customer, LocalDate.of(2024, 3, 1), new Domain(customer + "." + MARKER + ".example"));
        order = desk.start(
                "desk1",
                "service-change",
                Map.of(
                        "service",
                        "DCS",
                        "acronym",
                        customer,
                        "request",
                        MARKER,
                        "contactName",
                        MARKER,
                        "contactEmail",
                        MARKER + "@customer.example",
                        "contactPhone",
                        "+32 2 " + PHONE,
                        "ticketReference",
                        MARKER,
                        "contactLanguage",
                        "fr"));
        complete(
                "userTask_determineCertificateChange",
                "desk1",
                Map.of(
                        "changeReview",
                        "goOn",
                        "domains",
                        customer + "-new." + MARKER + ".example",
                        "administrators",
                        "%1$s; %1$s; %1$s@%2$s.example".formatted(MARKER, customer.toLowerCase(Locale.ROOT))));

        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        assertMarkerIsOnlyIn("SERVICE_CHANGE", log);
    }

    @Test
    void noticeLeavesNothing(CapturedOutput log) {
        String customer = register.university("fr");
        subscribers.mailSecurity(customer, LocalDate.of(2024, 3, 1), null, MARKER + ".example");
        order = notices.letter(
                "BAMS",
                "NOBODY",
                Map.of(
                        "reason",
                        MARKER,
                        "contactName",
                        MARKER,
                        "contactEmail",
                        MARKER + "@customer.example",
                        "contactPhone",
                        "+32 2 " + PHONE,
                        "ticketReference",
                        MARKER,
                        "exceptionAsked",
                        true));
        complete(
                "userTask_reviewNotice",
                "desk1",
                Map.of(
                        "noticeReview",
                        "goOn",
                        "acronym",
                        customer,
                        "barcode",
                        MARKER,
                        "receivedOn",
                        LocalDate.now().toString()));
        complete("userTask_decideOnNotice", "manager1", Map.of("noticeDecision", "refuse", "reason", MARKER));

        assertThat(orders.get(order).state()).isEqualTo(OrderState.REJECTED);
        assertMarkerIsOnlyIn("TERMINATION", log);
    }

    @Test
    void questionLeavesNothing(CapturedOutput log) {
        order = desk.start(
                "desk1",
                "support-request",
                Map.of(
                        "service",
                        "BAMS",
                        "topic",
                        "contract",
                        "acronym",
                        register.university("fr"),
                        "question",
                        MARKER,
                        "contactName",
                        MARKER,
                        "contactEmail",
                        MARKER + "@customer.example",
                        "contactPhone",
                        "+32 2 " + PHONE,
                        "contactLanguage",
                        "fr"));
        complete(
                "userTask_answerQuestion",
                "desk1",
                Map.of("supportDecision", "passOn", "accountManager", "relations1", "note", MARKER));
        complete("userTask_discussQuestion", "relations1", Map.of("managerDecision", "giveBack", "note", MARKER));
        complete("userTask_answerQuestion", "desk1", Map.of("supportDecision", "answer", "answer", MARKER));
        feedbacks.keep(order, Usefulness.NO, MARKER);

        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        assertMarkerIsOnlyIn("SUPPORT_REQUEST", log);
    }

    private void completeOrderOfMailSecurity() {
        String customer = register.university("fr");
        order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "request", MARKER,
                        "contactName", MARKER,
                        "contactEmail", MARKER + "@customer.example",
                        "contactPhone", "+32 2 " + PHONE,
                        "contactLanguage", "fr",
                        "ticketReference", MARKER,
                        "customerReference", MARKER));
        complete("userTask_reviewRequest", "desk1", Map.of("requestOutcome", "askCustomer", "reason", MARKER));
        complete(
                "userTask_reviewRequest",
                "desk1",
                Map.of("requestOutcome", "accept", "acronym", customer, "reason", MARKER));
        complete(
                "userTask_introduceAccountManager",
                "desk1",
                Map.of("accountManager", "relations1", "mailWords", MARKER));
        complete(
                "userTask_discussWishes",
                "relations1",
                Map.of("wishes", MARKER, "meetingNeeded", true, "meetingAt", tomorrow(), "meetingPlace", MARKER));
        complete("userTask_holdMeeting", "relations1", Map.of("minutes", MARKER));
        complete("userTask_determineNeeds", "relations1", needs(true));
        complete("userTask_arrangeAdvice", "relations1", Map.of("adviser", "adviser1", "appointmentAt", tomorrow()));
        complete("userTask_adviseCustomer", "adviser1", Map.of("advice", MARKER));
        complete("userTask_determineNeeds", "relations1", needs(false));
        complete("userTask_registerSignedCopies", "relations1", copies("textChanged"));
        complete("userTask_decideOnChanges", "relations1", Map.of("changesDecision", "refuse", "reason", MARKER));
        complete("userTask_registerSignedCopies", "relations1", copies("none"));
        watch.untilHandOver(order);
        complete(
                "userTask_handOverAppliance",
                "operations1",
                Map.of("handOverChecks", List.of("serial", "domains", "testMail", "mx"), "mailWords", MARKER));
        complete(
                "userTask_countersignContract",
                "relations2",
                Map.of("countersignedBy", "Director", "returnedBy", "post"));
    }

    /** In the table, and nowhere else than in our own: the first shows that the search finds what is there. */
    private void assertMarkerIsOnlyIn(String table, CapturedOutput log) {
        assertThat(Tables.holding(jdbc, MARKER, table)).isNotEmpty();
        assertThat(Tables.holding(jdbc, MARKER, "ACT_")).isEmpty();
        assertThat(Tables.holding(jdbc, PHONE, "ACT_")).isEmpty();
        assertThat(log.getAll()).doesNotContainIgnoringCase(MARKER).doesNotContain(PHONE);
    }

    private void complete(String task, String user, Map<String, Object> answers) {
        desk.complete(order, task, user, answers);
    }

    private static Map<String, Object> needs(boolean advice) {
        return new HashMap<>(Map.of(
                "mailDomains",
                MARKER + ".example mx." + MARKER + ".example",
                "mailboxes",
                50,
                "technicalAdviceNeeded",
                advice));
    }

    private static Map<String, Object> copies(String defect) {
        return Map.of(
                "copiesReceived",
                2,
                "copy1Defect",
                "none",
                "copy2Defect",
                defect,
                "signatoryName",
                MARKER,
                "signatoryRole",
                MARKER,
                "receivedOn",
                LocalDate.now().toString());
    }

    private static String tomorrow() {
        return LocalDateTime.now().plusDays(1).withNano(0).toString();
    }
}

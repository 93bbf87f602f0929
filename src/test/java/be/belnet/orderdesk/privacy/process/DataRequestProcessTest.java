package be.belnet.orderdesk.privacy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderQuery;
import be.belnet.orderdesk.order.OrderSearch;
import be.belnet.orderdesk.privacy.Asked;
import be.belnet.orderdesk.privacy.DataRequest;
import be.belnet.orderdesk.privacy.DataRequests;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of requests about personal data. */
@ProcessTest
class DataRequestProcessTest {
    private static final String CHECK = "userTask_checkIdentity";
    private static final String DECIDE = "userTask_decideOnErasure";
    private static final String ANSWER = "userTask_answerRequest";

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Way way;

    @Autowired
    TestClock clock;

    @Autowired
    DataRequests requests;

    @Autowired
    DecideOnErasureForm decideOnErasure;

    @Autowired
    CustomerRegister customers;

    @Autowired
    OrderSearch search;

    @Autowired
    Correspondence correspondence;

    @Autowired
    HistoryService history;

    private Asked asked;
    private String customer;
    private String email;

    @BeforeEach
    void contactOfACustomer() {
        asked = new Asked(desk, clock);
        customer = register.university("nl");
        email = "technical@%s.example".formatted(customer.toLowerCase(Locale.ROOT));
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void accessIsAnsweredWithinAMonthOfTheDayItCame() {
        String number = asked.register("access", "The technical", email);
        assertThat(number).startsWith("PRIV-");
        assertThat(requests.get(number).dueOn()).isEqualTo(clock.today().plusMonths(1));
        asked.confirm(number);
        asked.answer(number, Map.of());

        DataRequest request = requests.get(number);
        assertThat(desk.isRunning(number)).isFalse();
        assertThat(request.identity().method()).isEqualTo("knownAddress");
        assertThat(request.identity().by()).isEqualTo("desk1");
        assertThat(request.answer().way()).isEqualTo("mail");
        assertThat(request.personEmail()).isEqualTo(email);
        assertPassed(number, "endEvent_requestAnswered");
    }

    @Test
    void answerIsPutOffForAReasonAndByTwoMonthsAtMost() {
        String number = asked.register("access", "The technical", email);
        asked.confirm(number);
        LocalDate latest = requests.get(number).receivedOn().plusMonths(3);
        assertRefused(() -> extend(number, latest.plusDays(1), "Many orders"), "extendedUntil form.error.extension");
        assertRefused(
                () -> extend(number, requests.get(number).dueOn(), "Many orders"),
                "extendedUntil form.error.extension");
        assertRefused(() -> extend(number, latest, null), "reason form.error.needsReason");
        assertRefused(() -> asked.answer(number, Map.of("answerWay", "")), "answerWay form.error.required");
        extend(number, latest, "Many orders");

        assertThat(desk.openTasks(number)).containsExactly(ANSWER);
        assertThat(requests.get(number).dueOn()).isEqualTo(latest);
        asked.answer(number, Map.of());
        assertThat(desk.isRunning(number)).isFalse();
    }

    @Test
    void requestIsOverdueFromTheDayAfter() {
        String number = asked.register("access", "The technical", email);
        LocalDate due = requests.get(number).dueOn();
        assertThat(requests.get(number).isOverdue(due)).isFalse();
        assertThat(requests.get(number).isOverdue(due.plusDays(1))).isTrue();
        long before = requests.counts().overdue();
        clock.to(due.plusDays(1)
                .atTime(12, 0)
                .atZone(ZoneId.of("Europe/Brussels"))
                .toInstant());
        assertThat(requests.counts().overdue()).isGreaterThan(before);
    }

    @Test
    void whoIsNotThePersonIsToldSoAndGetsNothing() {
        String number = asked.register("erase", "The technical", email);
        Map<String, Object> failed = Map.of("identityCheck", "failed", "identityMethod", "callBack");
        assertRefused(() -> desk.complete(number, CHECK, "desk1", failed), "reason form.error.needsReason");
        Map<String, Object> why = new HashMap<>(failed);
        why.put("reason", "The number is another one");
        desk.complete(number, CHECK, "desk1", why);

        assertThat(desk.openTasks(number)).containsExactly(ANSWER);
        asked.answer(number, Map.of());
        assertThat(customers.contacts(customer)).hasSize(2);
        assertThat(requests.get(number).isIdentified()).isFalse();
    }

    @Test
    void correctionReachesOrdersThatRun() {
        String sign = UUID.randomUUID().toString().substring(0, 8);
        String order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym",
                        customer,
                        "contactName",
                        "Wrong " + sign,
                        "contactEmail",
                        "Wrong-%s@customer.example".formatted(sign),
                        "contactLanguage",
                        "nl"));
        String number = asked.register("rectify", "Wrong " + sign, "wrong-%s@customer.example".formatted(sign));
        asked.confirm(number);
        assertRefused(
                () -> desk.complete(number, "userTask_rectifyData", "desk1", Map.of()),
                "personName form.error.nothingToRectify");
        String right = "right-%s@customer.example".formatted(sign);
        desk.complete(
                number,
                "userTask_rectifyData",
                "desk1",
                Map.of("personName", "Head" + sign, "personEmail", right, "personLanguage", "fr"));
        desk.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));

        assertThat(correspondence.of(order))
                .filteredOn(mail -> mail.template().equals("introduction-customer"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.to().email()).isEqualTo(right));
        assertThat(found("Head" + sign)).containsExactly(order);
        assertThat(found("wrong-" + sign)).isEmpty();
        assertThat(requests.get(number).personEmail()).isEqualTo(right);
        asked.answer(number, Map.of());
    }

    @Test
    void correctedContactGetsTheNextMail() {
        String order = way.contractOut(customer, "nl");
        String signatory = "signatory@%s.example".formatted(customer.toLowerCase(Locale.ROOT));
        String number = asked.register("rectify", "The signatory", signatory);
        asked.confirm(number);
        assertRefused(
                () -> desk.complete(number, "userTask_rectifyData", "desk1", Map.of("personEmail", email)),
                "personEmail form.error.addressTaken");
        desk.complete(number, "userTask_rectifyData", "desk1", Map.of("personEmail", "new-" + signatory));
        way.registerCopies(order, Map.of("copiesReceived", 1));

        List<SentMail> mails = correspondence.of(order);
        assertThat(mails.get(mails.size() - 1).template()).isEqualTo("missing-copy");
        assertThat(mails.get(mails.size() - 1).to().email()).isEqualTo("new-" + signatory);
    }

    @Test
    void erasureIsApprovedByAManagerAndForgetsWhoAsked() {
        String number = asked.erase("The technical", email);
        assertThat(desk.openTasks(number)).containsExactly(ANSWER);
        assertThat(requests.get(number).personEmail()).as("somebody to answer").isEqualTo(email);
        asked.answer(number, Map.of());

        assertPassed(number, "serviceTask_eraseData");
        assertThat(customers.contacts(customer)).hasSize(1);
        assertThat(requests.get(number).personEmail()).endsWith("@erased.invalid");
        assertThat(requests.accesses(number)).singleElement().satisfies(act -> {
            assertThat(act.act()).isEqualTo("erased");
            assertThat(act.actor()).isEqualTo("manager1");
            assertThat(act.rows()).isPositive();
        });
    }

    @Test
    void refusedErasureChangesNothing() {
        String number = asked.register("erase", "The technical", email);
        asked.confirm(number);
        assertRefused(
                () -> desk.complete(number, DECIDE, "manager1", Map.of("erasureDecision", "refuse")),
                "reason form.error.needsReason");
        desk.complete(number, DECIDE, "manager1", Map.of("erasureDecision", "refuse", "reason", "A claim is open"));
        asked.answer(number, Map.of());

        assertThat(customers.contacts(customer)).hasSize(2);
        assertThat(requests.get(number).decision().reason()).isEqualTo("A claim is open");
    }

    @Test
    void whoHadAHandInTheRequestDoesNotApproveIt() {
        String number = asked.register("erase", "The technical", email);
        asked.confirm(number);
        var context = new FormContext(number, "task", "desk1", Locale.ENGLISH);

        assertRefused(
                () -> decideOnErasure.submit(context, new Answers(Map.of("erasureDecision", "approve"))),
                "erasureDecision form.error.fourEyes");
        assertThat(decideOnErasure.facts(context)).containsEntry("entries", "2").containsEntry("needing", "–");
    }

    @Test
    void requestOfTomorrowIsAMistake() {
        assertRefused(
                () -> desk.start(
                        "desk1",
                        "data-request",
                        Map.of(
                                "requestKind",
                                "access",
                                "personName",
                                "The technical",
                                "personEmail",
                                email,
                                "receivedOn",
                                clock.today().plusDays(1).toString())),
                "receivedOn form.error.dateInFuture");
    }

    @Test
    void formSentTwiceRegistersOneRequest() {
        Map<String, Object> form = Map.of(
                "requestKind",
                "access",
                "personName",
                "The technical",
                "personEmail",
                email,
                "receivedOn",
                clock.today().toString(),
                "formToken",
                UUID.randomUUID().toString());
        desk.start("desk1", "data-request", form);
        assertRefused(() -> desk.start("desk1", "data-request", form), "form.error.twice");
    }

    private List<String> found(String words) {
        return search.find(new OrderQuery(words, List.of(), null, null, true, 0)).orders().stream()
                .map(Order::number)
                .toList();
    }

    private void extend(String number, LocalDate until, String reason) {
        Map<String, Object> answers =
                new HashMap<>(Map.of("answerDecision", "extend", "extendedUntil", until.toString()));
        if (reason != null) {
            answers.put("reason", reason);
        }
        desk.complete(number, ANSWER, "desk1", answers);
    }

    private void assertPassed(String number, String activity) {
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(number)
                                .singleResult()
                                .getId())
                        .activityId(activity)
                        .count())
                .isOne();
    }

    private static void assertRefused(Runnable act, String why) {
        assertThatThrownBy(act::run).isInstanceOf(AnswersRefusedException.class).hasMessageContaining(why);
    }
}

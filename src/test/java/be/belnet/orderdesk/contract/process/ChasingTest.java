package be.belnet.orderdesk.contract.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ContractReminders;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.Waits;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens every morning to a contract whose copies do not come. Mornings come when the test says so. */
@ProcessTest
class ChasingTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String REGISTER = "userTask_registerSignedCopies";
    private static final String SILENCE = "userTask_decideOnSilence";

    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    TestClock clock;

    @Autowired
    ContractDesk contracts;

    @Autowired
    ContractReminders chasing;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Waits waits;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService processes;

    private String customer;
    private String order;

    @BeforeEach
    void contractOut() {
        customer = register.university("de");
        order = way.contractOut(customer, "de");
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void nextMorningIsTomorrowAtNineAndAnotherFollowsIt() {
        Instant tomorrow =
                clock.today().plusDays(1).atTime(9, 0).atZone(BRUSSELS).toInstant();
        assertThat(morning(order).getDuedate()).isEqualTo(Date.from(tomorrow));
        morningComes(order);

        assertThat(morning(order).getDuedate().toInstant()).isAfterOrEqualTo(tomorrow);
        assertThat(reminders(order)).as("a day after the contract left").isEmpty();
        assertThat(desk.openTasks(order)).containsExactly(REGISTER);
    }

    @Test
    void nodesThatRemindAtOnceWriteOneReminder() throws Exception {
        clock.toOpeningDay(10);

        assertThat(AtOnce.run(6, () -> chasing.remind(order))).isEmpty();
        assertThat(reminders(order)).hasSize(1);
    }

    @Test
    void customerIsRemindedTwiceThenAPersonDecides() {
        clock.toOpeningDay(10);
        morningComes(order);
        assertThat(reminders(order)).hasSize(1);
        assertThat(reminders(order).get(0).to().role()).isEqualTo("signatory");
        assertThat(reminders(order).get(0).attachments()).hasSize(1);
        assertThat(words(reminders(order).get(0)))
                .contains("zwei ausgefüllte", "vielleicht sind sie unterwegs")
                .doesNotContain("Exemplar: ");
        morningComes(order);
        assertThat(reminders(order)).as("once a week at most").hasSize(1);

        clock.toOpeningDay(10);
        morningComes(order);
        assertThat(reminders(order)).hasSize(2);
        assertThat(words(reminders(order).get(1))).contains("seither daran erinnert");

        clock.toOpeningDay(11);
        morningComes(order);
        assertThat(desk.openTasks(order)).containsExactly(SILENCE);
        assertThat(desk.task(order, SILENCE).getAssignee()).isEqualTo("relations1");
        assertThat(orders.get(order).turn()).isEqualTo(Turn.BELNET);
        morningComes(order);
        assertThat(desk.openTasks(order)).as("it is Belnet's turn now").containsExactly(SILENCE);
        assertThat(reminders(order)).hasSize(2);
    }

    @Test
    void whoWaitsOnIsRemindedAnew() {
        silent();
        desk.complete(order, SILENCE, "relations1", Map.of("silenceDecision", "waitOn", "reason", "Board in January"));
        assertThat(desk.openTasks(order)).containsExactly(REGISTER);
        morningComes(order);
        assertThat(desk.openTasks(order)).as("days count anew").containsExactly(REGISTER);

        clock.toOpeningDay(10);
        morningComes(order);
        assertThat(reminders(order)).hasSize(3);
        way.registerCopies(order, Map.of());
        assertThat(desk.openTasks(order)).contains("userTask_countersignContract");
    }

    @Test
    void orderOfACustomerThatStaysSilentEnds() {
        silent();
        assertThatThrownBy(() -> desk.complete(order, SILENCE, "relations1", Map.of("silenceDecision", "withdraw")))
                .isInstanceOf(AnswersRefusedException.class);
        desk.complete(order, SILENCE, "relations1", Map.of("silenceDecision", "withdraw", "reason", "No budget"));

        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(orders.get(order).closingReason()).isEqualTo("No budget");
        assertThat(contracts.current(order)).isEmpty();
        assertThat(mails(order)).endsWith("order-lapsed").doesNotContain("withdrawal-confirmed");
    }

    @Test
    void customerThatAskedForTimeIsLeftAlone() {
        clock.toOpeningDay(10);
        waits.begin(
                desk.task(order, REGISTER).getId(),
                new Wait(Turn.CUSTOMER, clock.today().plusDays(20), "Board meets in three weeks"));
        morningComes(order);
        assertThat(reminders(order)).isEmpty();
        waits.customerAnswered(order);
        morningComes(order);
        assertThat(reminders(order)).hasSize(1);
    }

    @Test
    void oneContactGetsOneReminderAWeekWhicheverOrderItIsAbout() {
        String second = way.contractOut(customer, "de");
        clock.toOpeningDay(10);
        decide(order);
        decide(second);
        desk.runJobs(order);
        desk.runJobs(second);

        assertThat(reminders(order).size() + reminders(second).size()).isEqualTo(1);
    }

    @Test
    void nobodyIsRemindedOnAClosingDay() {
        clock.toOpeningDay(12);
        clock.toClosingDay();
        morningComes(order);
        assertThat(reminders(order)).isEmpty();
        clock.toOpeningDay(0);
        morningComes(order);
        assertThat(reminders(order)).hasSize(1);
    }

    @Test
    void copiesThatArriveBeforeTheReminderLeavesMakeItNeedless() {
        clock.toOpeningDay(10);
        decide(order);
        desk.submit(order, REGISTER, "relations1", way.copies());
        desk.runJobs(order);
        assertThat(reminders(order)).isEmpty();
    }

    @Test
    void askingForACopyLetsTheDaysCountAnew() {
        clock.toOpeningDay(10);
        way.registerCopies(order, Map.of("copiesReceived", 1));
        morningComes(order);
        assertThat(mails(order)).endsWith("missing-copy");
        clock.toOpeningDay(10);
        morningComes(order);
        assertThat(mails(order)).endsWith("contract-reminder");
        assertAsksForTheSecondCopyAlone(reminders(order).get(0));
        assertThat(words(reminders(order).get(0))).contains("Vielleicht ist es unterwegs");
    }

    @Test
    void customerIsRemindedTwiceOfTheCopyThatIsMissingAlone() {
        way.registerCopies(order, Map.of("copy1Defect", "none", "copy2Defect", "signatureMissing"));
        clock.toOpeningDay(10);
        morningComes(order);
        clock.toOpeningDay(10);
        morningComes(order);

        SentMail second = reminders(order).get(1);
        assertThat(words(second)).contains("Zweites Exemplar: die Unterschrift fehlt", "seither daran erinnert");
        assertThat(words(second)).doesNotContain("Erstes Exemplar", "zwei ausgefüllte", "beide Exemplare");
    }

    @Test
    void customerNoneOfWhoseCopiesIsInOrderKeepsNothingWithUs() {
        way.registerCopies(order, Map.of("copy1Defect", "pageMissing", "copy2Defect", "signatureMissing"));
        clock.toOpeningDay(10);
        morningComes(order);

        assertThat(words(reminders(order).get(0)))
                .contains(
                        "Erstes Exemplar: eine oder mehrere Seiten fehlen", "Zweites Exemplar: die Unterschrift fehlt")
                .doesNotContain("bleibt bei uns");
    }

    private static void assertAsksForTheSecondCopyAlone(SentMail reminder) {
        assertThat(reminder.subject()).contains("Es fehlt noch etwas");
        assertThat(words(reminder))
                .contains("Zweites Exemplar: noch nicht eingetroffen", "bleibt bei uns")
                .doesNotContain("Erstes Exemplar", "zwei ausgefüllte", "beide Exemplare");
        assertThat(reminder.html()).contains("noch nicht eingetroffen").doesNotContain("Erstes Exemplar");
    }

    private void silent() {
        clock.toOpeningDay(10);
        morningComes(order);
        clock.toOpeningDay(10);
        morningComes(order);
        clock.toOpeningDay(11);
        morningComes(order);
        assertThat(desk.openTasks(order)).containsExactly(SILENCE);
    }

    private void morningComes(String of) {
        decide(of);
        desk.runJobs(of);
    }

    /** Until the decision is made and nothing has come of it yet. */
    private void decide(String of) {
        management.executeJob(morning(of).getId());
        desk.due(of).forEach(job -> management.executeJob(job.getId()));
    }

    private Job morning(String of) {
        String instance = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(of)
                .processDefinitionKey("contract-signature")
                .singleResult()
                .getId();
        return management.createJobQuery().processInstanceId(instance).timers().singleResult();
    }

    private List<SentMail> reminders(String of) {
        return correspondence.of(of).stream()
                .filter(mail -> mail.template().equals("contract-reminder"))
                .toList();
    }

    private static String words(SentMail mail) {
        return mail.text().replace('\n', ' ');
    }

    private List<String> mails(String of) {
        return correspondence.of(of).stream().map(SentMail::template).toList();
    }
}

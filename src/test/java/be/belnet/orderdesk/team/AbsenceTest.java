package be.belnet.orderdesk.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.AccountManagers;
import be.belnet.orderdesk.team.CoveredTask.State;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Work of people who are away, done by people of these tests alone. */
@ProcessTest
class AbsenceTest {
    private static final String WISHES = "userTask_discussWishes";
    private static final String NEEDS = "userTask_determineNeeds";

    @Autowired
    Absences absences;

    @Autowired
    CoveredTasks covered;

    @Autowired
    Covering covering;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    AccountManagers accountManagers;

    @Autowired
    TestClock clock;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private String anna;
    private String bert;
    private String carl;
    private String order;

    @BeforeEach
    void orderOfAnna() {
        anna = member("a");
        bert = member("b");
        carl = member("c");
        order = newOrder();
    }

    @AfterEach
    void everybodyGoes() {
        SecurityContextHolder.clearContext();
        clock.putBack();
        jdbc.sql("delete from covered_task").update();
        jdbc.sql("delete from absence").update();
        jdbc.sql("update team_round set done_on = date '2020-01-01'").update();
        List.of(anna, bert, carl).forEach(identity::deleteUser);
    }

    @Test
    void openTaskGoesToTheSubstituteOnTheFirstDayAndComesBackAfterTheLast() {
        away(anna, 1, 3, bert);
        covering.bringUpToDate();
        assertThat(assignee(WISHES)).isEqualTo(anna);

        day(1);
        assertThat(assignee(WISHES)).isEqualTo(bert);
        assertThat(told("taskCovered")).containsExactly(Map.of("activity", WISHES, "absent", anna, "substitute", bert));

        day(2);
        day(3);
        assertThat(assignee(WISHES)).isEqualTo(bert);
        day(4);
        assertThat(assignee(WISHES)).isEqualTo(anna);
        assertThat(told("taskReturned")).hasSize(1);
        assertThat(told("taskCovered")).hasSize(1);
        assertThat(states()).containsExactly(State.RETURNED);
    }

    @Test
    void newTaskGoesToTheSubstituteAtOnce() {
        long absence = away(anna, 0, 3, bert);
        covering.bringUpToDate();

        desk.complete(order, WISHES, bert, Map.of("wishes", "Less spam"));

        assertThat(assignee(NEEDS)).isEqualTo(bert);
        assertThat(covered.of(absence))
                .extracting(CoveredTask::activity, CoveredTask::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(WISHES, State.FINISHED),
                        org.assertj.core.groups.Tuple.tuple(NEEDS, State.OPEN));
    }

    @Test
    void timelineSaysInWhosePlaceSomebodyActs() {
        signIn(bert);
        orders.record(order, "noteAdded", Map.of("text", "One"));
        away(anna, 0, 3, bert);
        covering.bringUpToDate();
        orders.record(order, "noteAdded", Map.of("text", "Two"));
        signIn(carl);
        orders.record(order, "noteAdded", Map.of("text", "Three"));

        assertThat(told("noteAdded"))
                .containsExactly(
                        Map.of("text", "One"),
                        Map.of("text", "Two", OrderEvent.ON_BEHALF_OF, anna),
                        Map.of("text", "Three"));
    }

    @Test
    void substituteOfASubstituteActs() {
        away(anna, 0, 4, bert);
        away(bert, 1, 2, carl);
        covering.bringUpToDate();
        assertThat(assignee(WISHES)).isEqualTo(bert);

        day(1);
        assertThat(assignee(WISHES)).isEqualTo(carl);
        assertThat(accountManagers.of(order).name()).isEqualTo(carl);
        day(3);
        assertThat(assignee(WISHES)).isEqualTo(bert);
        day(5);
        assertThat(assignee(WISHES)).isEqualTo(anna);
        assertThat(accountManagers.of(order).name()).isEqualTo(anna);
    }

    @Test
    void whatTheSubstituteHasBegunStays() {
        away(anna, 0, 1, bert);
        covering.bringUpToDate();
        signIn(bert);
        orders.record(order, "noteAdded", Map.of("text", "Called them"));
        SecurityContextHolder.clearContext();

        day(2);
        assertThat(assignee(WISHES)).isEqualTo(bert);
        assertThat(states()).containsExactly(State.KEPT);
        assertThat(told("taskKept")).hasSize(1);
    }

    @Test
    void whatSomebodyGaveToAnotherStaysThere() {
        away(anna, 0, 1, bert);
        covering.bringUpToDate();
        tasks.setAssignee(desk.task(order, WISHES).getId(), carl);

        day(2);
        assertThat(assignee(WISHES)).isEqualTo(carl);
        assertThat(states()).containsExactly(State.MOVED);
    }

    @Test
    void nodesThatDoTheSameDayMoveEachTaskOnce() throws Exception {
        away(anna, 0, 1, bert);
        assertThat(AtOnce.run(6, covering::bringUpToDate)).isEmpty();

        assertThat(assignee(WISHES)).isEqualTo(bert);
        assertThat(told("taskCovered")).hasSize(1);
    }

    @Test
    void whoComesBackEarlierHasTheWorkAtOnce() {
        long absence = away(anna, 0, 30, bert);
        covering.bringUpToDate();
        absences.end(absence);
        covering.bringUpToDate();

        assertThat(assignee(WISHES)).isEqualTo(anna);
        assertThat(absences.actingFor(anna)).isEqualTo(anna);
    }

    @Test
    void circleIsRefusedAndWhatOnlySeemsOneIsNot() {
        away(anna, 0, 5, bert);
        away(bert, 3, 8, carl);

        assertRefused("form.error.substitutesInACircle", carl, 4, 9, anna);
        assertRefused("form.error.substitutesInACircle", bert, 0, 2, anna);
        away(carl, 6, 9, anna);
    }

    @Test
    void badAbsencesAreRefusedInWords() {
        away(anna, 2, 5, bert);
        assertRefused("form.error.absentAlready", anna, 5, 6, bert);
        assertRefused("form.error.ownSubstitute", carl, 1, 2, carl);
        assertRefused("form.error.notAnOption", carl, 1, 2, "nobody");
        assertRefused("form.error.notAnOption", "nobody", 1, 2, carl);
        assertRefused("form.error.beforeFirstDay", carl, 2, 1, bert);
        assertRefused("form.error.dateInPast", carl, -3, -1, bert);
        assertRefused("form.error.tooFarAhead", carl, 0, 400, bert);
        assertRefused("form.error.substituteOfOtherGroup", carl, 1, 2, "operations1");
    }

    private void assertRefused(String key, String who, int from, int until, String substitute) {
        assertThatThrownBy(() -> away(who, from, until, substitute))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .extracting(AnswersRefusedException.Refusal::messageKey)
                        .containsExactly(key));
    }

    private long away(String who, int from, int until, String substitute) {
        LocalDate today = absences.today();
        return absences.enter(new NewAbsence(who, today.plusDays(from), today.plusDays(until), substitute), "manager1");
    }

    /** So many days after the day of the test, at noon; its round is done. */
    private void day(int days) {
        clock.putBack();
        clock.forward(java.time.Duration.ofDays(days));
        covering.bringUpToDate();
    }

    private String newOrder() {
        String number = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym", register.university("nl"),
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "nl"));
        desk.complete(number, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", anna));
        return number;
    }

    private String member(String letter) {
        String id = letter + UUID.randomUUID().toString().substring(0, 8);
        var user = identity.newUser(id);
        user.setFirstName(id);
        user.setPassword("secret-" + id);
        identity.saveUser(user);
        identity.createMembership(id, "customerRelations");
        return id;
    }

    private static void signIn(String user) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
    }

    private String assignee(String task) {
        return desk.task(order, task).getAssignee();
    }

    private List<State> states() {
        return jdbc.sql("select * from covered_task order by id")
                .query((row, index) -> State.of(row.getString("state")))
                .list();
    }

    private List<Map<String, String>> told(String kind) {
        return orders.events(order).stream()
                .filter(event -> event.kind().equals(kind))
                .<Map<String, String>>map(event -> new HashMap<>(event.facts()))
                .toList();
    }
}

package be.belnet.orderdesk.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.team.TaskKeepers.Phase;
import java.time.Duration;
import java.time.LocalTime;
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

/** Whoever did a task of the Service Desk in an order gets the next one there. */
@ProcessTest
class SamePersonTest {
    private static final String REVIEW = "userTask_reviewRequest";
    private static final String INTRODUCE = "userTask_introduceAccountManager";

    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    Register register;

    @Autowired
    Absences absences;

    @Autowired
    TaskKeepers keepers;

    @Autowired
    StaffDirectory staff;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private String dora;
    private String order;

    @BeforeEach
    void requestToReview() {
        dora = "d" + UUID.randomUUID().toString().substring(0, 8);
        identity.saveUser(identity.newUser(dora));
        identity.createMembership(dora, "serviceDesk");
        order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "nl"));
    }

    @AfterEach
    void sheGoes() {
        jdbc.sql("delete from absence").update();
        identity.deleteUser(dora);
    }

    @Test
    void nextTaskOfThePhaseIsForWhoDidTheLatest() {
        assertThat(desk.task(order, REVIEW).getAssignee()).isNull();
        review();

        assertThat(desk.task(order, INTRODUCE).getAssignee()).isEqualTo(dora);
    }

    @Test
    void itIsForTheGroupWhenThePersonIsAway() {
        absences.enter(new NewAbsence(dora, absences.today(), absences.today(), "desk1"), "manager1");
        review();

        assertThat(desk.task(order, INTRODUCE).getAssignee()).isNull();
    }

    @Test
    void itIsForTheGroupWhenThePersonHasLeftIt() {
        review();
        identity.deleteMembership(dora, "serviceDesk");

        assertThat(keepers.of(new Phase(order, "bams-order", List.of("serviceDesk"))))
                .isEmpty();
    }

    @Test
    void whoPutsATaskBackGivesUpThePhase() {
        review();
        tasks.setAssignee(desk.task(order, INTRODUCE).getId(), null);

        assertThat(keepers.of(new Phase(order, "bams-order", List.of("serviceDesk"))))
                .isEmpty();
        assertThat(desk.task(order, INTRODUCE).getAssignee()).isNull();
    }

    @Test
    void whatTheModelGivesToSomebodyMakesNobodyAKeeper() {
        review();
        desk.complete(order, INTRODUCE, "desk2", Map.of("accountManager", "relations1"));
        assertThat(keepers.of(new Phase(order, "bams-order", List.of("serviceDesk"))))
                .contains("desk2");
        desk.complete(order, "userTask_discussWishes", "relations1", Map.of("wishes", "Less spam"));
        way.determineNeeds(order);

        assertThat(keepers.of(new Phase(order, "bams-order", List.of("customerRelations"))))
                .isEmpty();
        assertThat(desk.task(order, "userTask_registerSignedCopies").getAssignee())
                .isNull();
    }

    @Test
    void aSettingTurnsItOff() {
        review();
        var off = new TaskKeepers(
                jdbc, staff, absences, new TeamProperties(Duration.ofMinutes(1), 366, false, LocalTime.of(8, 0), 30));

        assertThat(off.of(new Phase(order, "bams-order", List.of("serviceDesk"))))
                .isEmpty();
    }

    private void review() {
        desk.complete(order, REVIEW, dora, Map.of("requestOutcome", "accept", "acronym", register.university("nl")));
    }
}

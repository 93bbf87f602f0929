package be.belnet.orderdesk.dcs.process;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.dcs.DigiCertDesk;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Step;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.workflow.Waits;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A file of several domains may have the same task several times. */
@ProcessTest
class AlikeTasksTest {
    private static final String DECIDE = "userTask_decideOnDomain";

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Partners partners;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    DigiCertDesk digicert;

    @Autowired
    MigrationDesk migrations;

    @Autowired
    OrganisationRounds organisations;

    @Autowired
    OrderSteps steps;

    @Autowired
    Waits waits;

    @Autowired
    TaskService tasks;

    @Autowired
    TestClock clock;

    private String file;

    @BeforeEach
    void twoDomainsAreRefused() {
        String customer = register.university("en");
        String name = customer.toLowerCase(Locale.ROOT);
        digicert.organisation(
                customer, List.of(new Domain(name + ".example"), new Domain("campus-" + name + ".example")));
        subscribers.certificatesOnPaper(customer, LocalDate.of(2024, 3, 1));
        file = migrations.migrate(customer, "sectigo");
        desk.runJobs(file);
        sectigo.validate(customer);
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"path\":\"start/domain/\"}");
        organisations.look(file);
    }

    @AfterEach
    void allIsWell() {
        partners.heal();
    }

    @Test
    void eachWaitsByItself() {
        List<String> both =
                tasks.createTaskQuery().processInstanceBusinessKey(file).taskDefinitionKey(DECIDE).list().stream()
                        .map(Task::getId)
                        .toList();
        assertThat(both).hasSize(2);
        waits.begin(both.get(0), untilTomorrow());
        assertThat(waiting()).isOne();
        waits.begin(both.get(1), untilTomorrow());
        assertThat(waiting()).isEqualTo(2);

        assertThat(waits.end(both.get(0))).isTrue();
        assertThat(waiting()).isOne();
        waits.customerAnswered(file);
        assertThat(waiting()).isZero();
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(file)
                        .taskDefinitionKey(DECIDE)
                        .list())
                .extracting(Task::getFollowUpDate)
                .containsOnlyNulls();
    }

    private long waiting() {
        return steps.open(List.of(file)).stream()
                .filter(step -> step.activity().equals(DECIDE))
                .map(Step::waiting)
                .filter(wait -> wait != null)
                .count();
    }

    private Wait untilTomorrow() {
        return new Wait(Turn.CUSTOMER, clock.today().plusDays(1), "The customer looks into it");
    }
}

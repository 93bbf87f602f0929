package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.intake.Letter;
import be.belnet.orderdesk.intake.Post;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.workflow.Waits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the cards of Tasklist learn about orders, and to whom nothing is said. */
@ProcessTest
class TaskCardsTest {
    @LocalServerPort
    int port;

    @Autowired
    Desk staff;

    @Autowired
    Register register;

    @Autowired
    Post post;

    @Autowired
    TaskService tasks;

    @Autowired
    Waits waits;

    private String customer;
    private String order;
    private String task;

    @BeforeEach
    void orderAtTheServiceDesk() {
        customer = register.university("fr");
        order = staff.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym", customer,
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "fr",
                        "ticketReference", "T-42"));
        task = staff.task(order, "userTask_introduceAccountManager").getId();
    }

    @Test
    void cardNamesOrderAndCustomer() {
        assertThat(new ApiCaller(port, "desk1", "en").get(cards()).body())
                .isEqualTo(("{\"%s\":{\"order\":\"%s\",\"customer\":\"%s\",\"page\":\"/orders/%s\",\"waits\":true,"
                                + "\"turn\":\"belnet\",\"waiting\":null,\"late\":null,\"facts\":[\"T-42\"]}}")
                        .formatted(task, order, customer, order));
    }

    @Test
    void cardTellsThatTheTaskIsOverdueOrWaitsForWhom() {
        tasks.setDueDate(task, java.util.Date.from(Instant.parse("2026-01-05T16:00:00Z")));
        assertThat(new ApiCaller(port, "desk1", "fr").get(cards()).body())
                .contains("\"waiting\":null,\"late\":\"en retard depuis le 5 janv. 2026\"");

        waits.begin(task, new Wait(Turn.SUPPLIER, LocalDate.of(2099, 1, 5), "Asked by telephone"));
        assertThat(new ApiCaller(port, "desk1", "en").get(cards()).body())
                .contains("\"turn\":\"supplier\",\"waiting\":\"Waits for a supplier until 5 Jan 2099\",\"late\":null")
                .doesNotContain("telephone");
    }

    @Test
    void cardTellsEachGroupWhatItNeeds() {
        assertThat(new ApiCaller(port, "manager1", "nl").get(cards()).body())
                .contains("\"facts\":[\"vandaag geopend\"]");
    }

    @Test
    void mailToBeSortedHasANumberAndNoPage() {
        String mail =
                post.triage(Letter.of("a@%s.example".formatted(UUID.randomUUID()), "BAMS", "What does BAMS cost?"));
        task = staff.task(mail, "userTask_sortMail").getId();

        assertThat(new ApiCaller(port, "desk1", "en").get(cards()).body())
                .isEqualTo("{\"%s\":{\"order\":\"%s\",\"customer\":null,\"page\":null,\"waits\":false,"
                                .formatted(task, mail)
                        + "\"turn\":\"belnet\",\"waiting\":null,\"late\":null,\"facts\":[]}}");
    }

    @Test
    void otherGroupsLearnNothing() {
        assertThat(new ApiCaller(port, "operations1", "en").get(cards()).body()).isEqualTo("{}");
    }

    @Test
    void endlessListIsRefused() {
        String many = cards() + "&task=x".repeat(100);
        assertThat(new ApiCaller(port, "desk1", "en").get(many).statusCode()).isEqualTo(400);
    }

    private String cards() {
        return "/desk/task-cards?task=" + task;
    }
}

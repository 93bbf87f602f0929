package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.intake.Letter;
import be.belnet.orderdesk.intake.Post;
import java.util.Map;
import java.util.UUID;
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
                        "contactLanguage", "fr"));
        task = staff.task(order, "userTask_introduceAccountManager").getId();
    }

    @Test
    void cardNamesOrderAndCustomer() {
        assertThat(new ApiCaller(port, "desk1", "en").get(cards()).body())
                .isEqualTo("{\"%s\":{\"order\":\"%s\",\"customer\":\"%s\",\"page\":\"/orders/%s\",\"waits\":true}}"
                        .formatted(task, order, customer, order));
    }

    @Test
    void mailToBeSortedHasANumberAndNoPage() {
        String mail =
                post.triage(Letter.of("a@%s.example".formatted(UUID.randomUUID()), "BAMS", "What does BAMS cost?"));
        task = staff.task(mail, "userTask_sortMail").getId();

        assertThat(new ApiCaller(port, "desk1", "en").get(cards()).body())
                .isEqualTo("{\"%s\":{\"order\":\"%s\",\"customer\":null,\"page\":null,\"waits\":false}}"
                        .formatted(task, mail));
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

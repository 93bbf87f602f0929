package be.belnet.orderdesk.ordering.process;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.workflow.Waits;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class ReviewAwaitsAnswerTest {
    private static final String REVIEW = "userTask_reviewRequest";
    private static final String QUESTION = "Which organisation do you write for?";

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    Waits waits;

    @ParameterizedTest
    @ValueSource(strings = {"bams-order", "dcs-order"})
    void whoeverWasAskedIsWaitedFor(String process) {
        String order = receive(process);
        assertThat(waits.at(order, REVIEW)).as("nobody was asked").isEmpty();
        ask(order);

        assertThat(orders.get(order).turn()).isEqualTo(Turn.CUSTOMER);
        assertThat(waits.at(order, REVIEW)).hasValueSatisfying(wait -> {
            assertThat(wait.turn()).isEqualTo(Turn.CUSTOMER);
            assertThat(wait.reason()).isEqualTo(QUESTION);
            assertThat(wait.until()).isAfter(LocalDate.now().plusDays(4));
        });
        Task task = desk.task(order, REVIEW);
        assertThat(task.getFollowUpDate()).isAfter(new Date());
        assertThat(task.getDueDate()).as("not before it is back").isAfter(task.getFollowUpDate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bams-order", "dcs-order"})
    void answerBringsTheReviewBackToBelnet(String process) {
        String order = receive(process);
        ask(order);
        waits.customerAnswered(order);

        assertThat(waits.at(order, REVIEW)).isEmpty();
        assertThat(desk.task(order, REVIEW).getFollowUpDate()).isNull();
        assertThat(orders.get(order).turn()).isEqualTo(Turn.BELNET);
        ask(order);
        assertThat(waits.at(order, REVIEW)).as("asked once more").isPresent();
        desk.complete(order, REVIEW, "desk1", Map.of("requestOutcome", "accept", "acronym", register.university("fr")));
        assertThat(orders.get(order).turn()).isEqualTo(Turn.BELNET);
    }

    private String receive(String process) {
        return desk.start(
                "desk1",
                process,
                Map.of(
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "nl"));
    }

    private void ask(String order) {
        desk.complete(order, REVIEW, "desk1", Map.of("requestOutcome", "askCustomer", "reason", QUESTION));
    }
}

package be.belnet.orderdesk.order;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.ProcessTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class OrderStepsTest {
    @Autowired
    OrderFile orders;

    @Autowired
    OrderSteps steps;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private String order;

    @BeforeEach
    void openOrder() {
        order = orders.open(new NewOrder(
                        "BAMS",
                        "order",
                        null,
                        null,
                        new Requester("Contact", "c@a.example", null, "en"),
                        null,
                        null,
                        null))
                .number();
        enter("countersign", Turn.BELNET);
        enter("hand over", Turn.BELNET);
    }

    @Test
    void stepThatCallsAPartnerHoldsUpNobodyBesideIt() {
        transaction.executeWithoutResult(calling -> {
            enter("create appliance", Turn.SUPPLIER);
            var clicked = CompletableFuture.runAsync(() -> steps.leave(order, "countersign"));
            assertThat(clicked).succeedsWithin(Duration.ofMillis(1500));
        });
        assertThat(orders.get(order).turn()).isEqualTo(Turn.BELNET);
    }

    @Test
    void stepThatTakesTheTurnHoldsUpNobodyBesideIt() {
        steps.leave(order, "countersign");
        steps.leave(order, "hand over");
        transaction.executeWithoutResult(calling -> {
            enter("start validation", Turn.SUPPLIER);
            var another = CompletableFuture.runAsync(() -> enter("start validation of another domain", Turn.SUPPLIER));
            assertThat(another).succeedsWithin(Duration.ofMillis(1500));
        });
        assertThat(orders.get(order).turn()).isEqualTo(Turn.SUPPLIER);
    }

    @Test
    void turnPassesToTheSupplierWhenBelnetHasNothingLeftToDo() {
        enter("create appliance", Turn.SUPPLIER);
        steps.leave(order, "countersign");
        steps.leave(order, "hand over");
        assertThat(orders.get(order).turn()).isEqualTo(Turn.SUPPLIER);
    }

    @Test
    void turnThatTwoStepsAtOnceLeftWrongIsPutRight() {
        jdbc.sql("update service_order set turn = 'supplier' where number = ?")
                .param(order)
                .update();

        steps.settleTurns();

        assertThat(orders.get(order).turn()).isEqualTo(Turn.BELNET);
    }

    private void enter(String activity, Turn turn) {
        steps.enter(order, "bams-order", activity, activity, turn);
    }
}

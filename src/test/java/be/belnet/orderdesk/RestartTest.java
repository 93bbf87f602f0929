package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.bams.process.Watch;
import be.belnet.orderdesk.order.OrderState;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;

/** Orderdesk is stopped while an order stands at each place where orders wait; started again, all go on to their end. */
@Tag("restart")
class RestartTest {
    @TempDir
    Path folder;

    @Test
    void orderGoesOnFromWhereverItWaited() {
        Map<String, Integer> waiting;
        try (ConfigurableApplicationContext first = start("jdbc:h2:file:" + folder.resolve("orderdesk"))) {
            waiting = WaitingOrders.prepare(first);
            assertThat(waiting.keySet()).allMatch(first.getBean(Desk.class)::isRunning);
        }
        try (ConfigurableApplicationContext second = start("jdbc:h2:file:" + folder.resolve("orderdesk"))) {
            waiting.forEach((order, steps) ->
                    assertThat(WaitingOrders.complete(second, order, steps)).isEqualTo(OrderState.COMPLETED));
        }
    }

    static ConfigurableApplicationContext start(String database) {
        return new SpringApplicationBuilder(OrderdeskApplication.class, Desk.class, Register.class, Watch.class)
                .web(WebApplicationType.SERVLET)
                .profiles("test")
                .initializers(new TestWorld(), context -> TestPropertyValues.of(
                                "spring.datasource.url=" + database, "server.port=0")
                        .applyTo(context))
                .run();
    }
}

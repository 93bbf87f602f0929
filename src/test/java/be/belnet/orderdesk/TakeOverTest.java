package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.order.OrderState;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Orders that wait under this build of Orderdesk go on under another, on the same PostgreSQL. {@code ./mvnw -f operaton verify}
 * asks one build for the beginning, and then the other for the end.
 */
@Tag("take-over")
class TakeOverTest {
    private static final String PART = "orderdesk.take-over";
    private static final Path FOLDER = Path.of(System.getProperty("orderdesk.take-over.folder", "target/take-over"));
    private static final Path WAITING = FOLDER.resolve("waiting.properties");

    @Test
    @EnabledIfSystemProperty(named = PART, matches = "begin")
    void ordersWaitAtEachPlace() throws IOException {
        Files.createDirectories(FOLDER);
        try (EmbeddedPostgres postgres = postgres();
                ConfigurableApplicationContext orderdesk = start(postgres)) {
            Properties waiting = new Properties();
            WaitingOrders.prepare(orderdesk).forEach((order, steps) -> waiting.setProperty(order, steps.toString()));
            try (Writer file = Files.newBufferedWriter(WAITING)) {
                waiting.store(file, null);
            }
            assertThat(waiting.stringPropertyNames()).isNotEmpty().allMatch(orderdesk.getBean(Desk.class)::isRunning);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = PART, matches = "end")
    void ordersGoOnFromWhereverTheyWaited() throws IOException {
        Properties waiting = new Properties();
        try (Reader file = Files.newBufferedReader(WAITING)) {
            waiting.load(file);
        }
        try (EmbeddedPostgres postgres = postgres();
                ConfigurableApplicationContext orderdesk = start(postgres)) {
            assertThat(waiting.stringPropertyNames()).isNotEmpty().allSatisfy(order -> assertThat(
                            WaitingOrders.complete(orderdesk, order, Integer.parseInt(waiting.getProperty(order))))
                    .isEqualTo(OrderState.COMPLETED));
        }
    }

    private static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(FOLDER.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .start();
    }

    private static ConfigurableApplicationContext start(EmbeddedPostgres postgres) {
        return RestartTest.start(postgres.getJdbcUrl("postgres", "postgres"));
    }
}

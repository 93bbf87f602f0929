package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.security.Browser;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Orders that wait under this build of Orderdesk go on under another, on the same PostgreSQL; administrators stay what they are,
 * and who is signed in signs in once more. {@code ./mvnw -f operaton verify}
 * asks one build for the beginning, and then the other for the end.
 */
@Tag("take-over")
class TakeOverTest {
    private static final String PART = "orderdesk.take-over";
    private static final Path FOLDER = Path.of(System.getProperty("orderdesk.take-over.folder", "target/take-over"));
    private static final Path WAITING = FOLDER.resolve("waiting.properties");
    private static final Path COOKIES = FOLDER.resolve("cookies");
    private static final int OK = 200;
    private static final int FOUND = 302;
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

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
            somebodyWorks(orderdesk);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = PART, matches = "end")
    void ordersGoOnFromWhereverTheyWaited() throws IOException, InterruptedException {
        Properties waiting = new Properties();
        try (Reader file = Files.newBufferedReader(WAITING)) {
            waiting.load(file);
        }
        try (EmbeddedPostgres postgres = postgres();
                ConfigurableApplicationContext orderdesk = start(postgres)) {
            assertThat(administrators(orderdesk)).contains("admin");
            assertThat(pageOfWhoWorked(orderdesk)).isEqualTo(FOUND);
            assertThat(waiting.stringPropertyNames()).isNotEmpty().allSatisfy(order -> assertThat(
                            WaitingOrders.complete(orderdesk, order, Integer.parseInt(waiting.getProperty(order))))
                    .isEqualTo(OrderState.COMPLETED));
        }
    }

    private static void somebodyWorks(ConfigurableApplicationContext orderdesk) throws IOException {
        Browser browser = new Browser(port(orderdesk)).signIn("desk1");
        assertThat(browser.page(TASKLIST).statusCode()).isEqualTo(OK);
        Files.writeString(COOKIES, String.join("; ", browser.cookies()));
    }

    private static List<String> administrators(ConfigurableApplicationContext orderdesk) {
        return orderdesk.getBean(IdentityService.class).createUserQuery().memberOfGroup("camunda-admin").list().stream()
                .map(User::getId)
                .toList();
    }

    private static int pageOfWhoWorked(ConfigurableApplicationContext orderdesk)
            throws IOException, InterruptedException {
        HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + port(orderdesk) + TASKLIST))
                .header("Accept", "text/html")
                .header("Cookie", Files.readString(COOKIES))
                .build();
        return HttpClient.newHttpClient().send(page, BodyHandlers.discarding()).statusCode();
    }

    private static int port(ConfigurableApplicationContext orderdesk) {
        return Integer.parseInt(orderdesk.getEnvironment().getRequiredProperty("local.server.port"));
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

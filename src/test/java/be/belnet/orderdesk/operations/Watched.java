package be.belnet.orderdesk.operations;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskApplication;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;

/** An Orderdesk that runs its jobs and has a management port, seen from outside. */
class Watched implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext orderdesk;

    /** @param database where it keeps its tables */
    Watched(String database) {
        this(database, Duration.ZERO);
    }

    /** @param ahead by how much its clock is wrong when it starts */
    Watched(String database, Duration ahead) {
        orderdesk = new SpringApplicationBuilder(
                        OrderdeskApplication.class,
                        Desk.class,
                        Register.class,
                        Way.class,
                        Partners.class,
                        TestClock.class)
                .web(WebApplicationType.SERVLET)
                .profiles("test")
                .initializers(new TestWorld(), context -> settings(database)
                        .applyTo((ConfigurableApplicationContext) context))
                .listeners((ApplicationStartedEvent started) ->
                        started.getApplicationContext().getBean(TestClock.class).forward(ahead))
                .run();
    }

    <T> T bean(Class<T> type) {
        return orderdesk.getBean(type);
    }

    Scrape scrape() {
        return new Scrape(management("/actuator/prometheus").body());
    }

    HttpResponse<String> management(String path) {
        return get("local.management.port", path, "");
    }

    /** At the port for people, as a member of staff who gives name and password, or as a stranger when empty. */
    HttpResponse<String> publicPort(String path, String user) {
        return get("local.server.port", path, user);
    }

    @Override
    public void close() {
        orderdesk.close();
    }

    private static TestPropertyValues settings(String database) {
        return TestPropertyValues.of(
                "spring.datasource.url=" + database,
                "server.port=0",
                "management.server.port=0",
                "camunda.bpm.job-execution.enabled=true",
                // far longer than any test waits: nobody who watches may depend on it
                "spring.datasource.hikari.connection-timeout=600000",
                "orderdesk.operations.keep=0s",
                "orderdesk.operations.patience=2s");
    }

    private HttpResponse<String> get(String port, String path, String user) {
        String host = "http://127.0.0.1:" + orderdesk.getEnvironment().getRequiredProperty(port);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host + path));
        if (!user.isEmpty()) {
            byte[] nameTwice = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(nameTwice));
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

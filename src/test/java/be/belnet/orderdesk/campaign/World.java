package be.belnet.orderdesk.campaign;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskApplication;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.faults.ChildProcess;
import be.belnet.orderdesk.faults.NodeMain;
import be.belnet.orderdesk.faults.SandboxMain;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/** One node, which is this JVM, on a PostgreSQL that counts statements, beside the sandbox in a process of its own. */
final class World implements AutoCloseable {
    static final Path REPORTS = Path.of("target", "campaign");

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final LocalTime AFTER_THE_MORNING_JOBS = LocalTime.of(10, 0);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Rounds rounds = new Rounds();
    private final Path folder;
    private final int sandboxPort = freePort();
    private final int smtpPort = freePort();
    private final int dnsPort = freePort();
    private final String sandboxTables;
    private final ChildProcess sandbox;
    private final EmbeddedPostgres postgres;
    private final JdbcClient database;
    private final ConfigurableApplicationContext node;

    World(Size size) throws IOException {
        folder = Files.createTempDirectory("orderdesk-campaign");
        Files.createDirectories(REPORTS);
        sandboxTables = "jdbc:h2:file:" + folder.resolve("sandbox") + ";AUTO_SERVER=TRUE;TRACE_LEVEL_FILE=0";
        sandbox = ChildProcess.start(
                SandboxMain.class,
                REPORTS.resolve("sandbox.log"),
                "900m",
                List.of(
                        "--server.port=" + sandboxPort,
                        "--sandbox.database=" + sandboxTables,
                        "--sandbox.mail.smtp-port=" + smtpPort,
                        "--sandbox.mail.imap-port=0",
                        "--sandbox.dns.port=" + dnsPort,
                        "--sandbox.sectigo.organisation-time=1s",
                        "--sandbox.sectigo.check-time=500ms",
                        "--sandbox.sectigo.wildcard-time=500ms"));
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.track_utility", "off")
                .setServerConfig("pg_stat_statements.max", "10000")
                .start();
        database = client(postgres.getJdbcUrl("postgres", "postgres"));
        database.sql("create extension pg_stat_statements").update();
        database.sql("create role orderdesk login").update();
        database.sql("grant all on schema public to orderdesk").update();
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .ignoreExceptions()
                .until(() -> http("GET", "/api/faults", "").statusCode() == 200);
        node = startNode(size);
    }

    private ConfigurableApplicationContext startNode(Size size) {
        String address = "http://127.0.0.1:" + sandboxPort;
        return new SpringApplicationBuilder(OrderdeskApplication.class, Desk.class, TestClock.class)
                .web(WebApplicationType.SERVLET)
                .profiles("campaign")
                .initializers(
                        NodeMain::leaveOtherTestsOut,
                        context -> TestPropertyValues.of(
                                        "spring.datasource.url=" + postgres.getJdbcUrl("orderdesk", "postgres"),
                                        "spring.datasource.username=orderdesk",
                                        "orderdesk.sectigo.url=" + address + "/sectigo/api",
                                        "orderdesk.digicert.url=" + address + "/digicert/services/v2",
                                        "orderdesk.dns.resolvers=127.0.0.1:" + dnsPort,
                                        "orderdesk.dns.web.http-port=" + sandboxPort,
                                        "orderdesk.dcs.validations=" + size.pauseOfRounds(),
                                        "spring.mail.port=" + smtpPort)
                                .applyTo((ConfigurableApplicationContext) context),
                        context -> context.getBeanFactory().registerSingleton("rounds", rounds))
                .run();
    }

    <T> T bean(Class<T> type) {
        return node.getBean(type);
    }

    Rounds rounds() {
        return rounds;
    }

    /** As the database's administrator: what is asked here is not counted as the application's. */
    JdbcClient database() {
        return database;
    }

    /** What the sandbox keeps, to be read, and to be filled before anything runs. */
    JdbcClient sandboxTables() {
        return client(sandboxTables, "sa");
    }

    /** Puts the application's clock and the engine's forward to an opening day, after its morning jobs have become due. */
    void toOpeningDay(int days) {
        TestClock clock = bean(TestClock.class);
        clock.toOpeningDay(days);
        clock.to(clock.today().atTime(AFTER_THE_MORNING_JOBS).atZone(BRUSSELS).toInstant());
        ClockUtil.offset(Duration.between(Instant.now(), clock.instant()).toMillis());
    }

    /** @throws IllegalStateException when the sandbox does not do as it is asked */
    void have(String method, String path, String request, String... headers) {
        HttpResponse<String> answer = http(method, path, request, headers);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    HttpResponse<String> http(String method, String path, String request, String... headers) {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandboxPort + path))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(request));
            for (int index = 0; index < headers.length; index += 2) {
                builder.header(headers[index], headers[index + 1]);
            }
            return client.send(builder.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() throws IOException {
        node.close();
        ClockUtil.reset();
        sandbox.kill();
        postgres.close();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    private static JdbcClient client(String url, String... user) {
        return JdbcClient.create(
                user.length == 0
                        ? new SingleConnectionDataSource(url, true)
                        : new SingleConnectionDataSource(url, user[0], "", true));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}

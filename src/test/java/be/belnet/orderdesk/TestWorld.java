package be.belnet.orderdesk;

import be.belnet.sandbox.SandboxApplication;
import be.belnet.sandbox.dns.DnsServer;
import be.belnet.sandbox.mail.MailServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives a test context a sandbox of its own ports and a database of its own, both started once for all tests. */
public class TestWorld implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static ConfigurableApplicationContext sandbox;
    private static EmbeddedPostgres postgres;
    private static int databases;

    static {
        // Most of what tests wait for is there within a few milliseconds
        Awaitility.setDefaultPollDelay(Duration.ofMillis(5));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        int port = sandboxPort();
        // a mail box of its own; in the sandbox the address is the password
        String mailBox = "servicedesk-" + UUID.randomUUID() + "@belnet.be";
        TestPropertyValues.of(
                        "orderdesk.fortinet.cloud.token-url=http://127.0.0.1:%d/forticloud/api/v1/oauth/token/"
                                .formatted(port),
                        "orderdesk.fortinet.flex.url=http://127.0.0.1:%d/fortiflex/ES/api/fortiflex/v2".formatted(port),
                        "orderdesk.fortinet.care.url=http://127.0.0.1:%d/forticare/ES/api/registration/v3"
                                .formatted(port),
                        "orderdesk.fortinet.mail.url=http://127.0.0.1:%d/fortimail/{address}/api/v1".formatted(port),
                        "orderdesk.sectigo.url=http://127.0.0.1:%d/sectigo/api".formatted(port),
                        "orderdesk.harica.url=http://127.0.0.1:%d/harica".formatted(port),
                        "orderdesk.openstack.auth-url=http://127.0.0.1:%d/openstack/identity/v3".formatted(port),
                        "orderdesk.dns.resolvers=127.0.0.1:"
                                + sandbox.getBean(DnsServer.class).port(),
                        "orderdesk.dns.web.http-port=" + port,
                        "orderdesk.digicert.url=http://127.0.0.1:%d/digicert/services/v2".formatted(port),
                        "orderdesk.intake.port="
                                + sandbox.getBean(MailServer.class).imapPort(),
                        "orderdesk.intake.user=" + mailBox,
                        "orderdesk.intake.password=" + mailBox,
                        "spring.mail.port=" + sandbox.getBean(MailServer.class).smtpPort(),
                        "spring.datasource.url=" + database())
                .applyTo(context);
        context.addApplicationListener(
                (ContextRefreshedEvent started) -> numbersOfItsOwn(started.getApplicationContext()));
    }

    /** All databases share one sandbox, where an order is known by its number alone. */
    private static void numbersOfItsOwn(ApplicationContext context) {
        context.getBeanProvider(JdbcClient.class)
                .ifAvailable(jdbc -> jdbc.sql("insert into order_number_series (service, order_year, last_number)"
                                + " select 'BAMS', extract(year from current_date), ?"
                                + " where not exists (select 1 from order_number_series where service = 'BAMS')")
                        .param(1000 * ++databases)
                        .update());
    }

    /** Where the sandbox listens. */
    public static synchronized int sandboxPort() {
        if (sandbox == null) {
            sandbox = SandboxApplication.start(
                    "--server.port=0",
                    "--sandbox.database=" + sandboxDatabase(),
                    "--sandbox.mail.smtp-port=0",
                    "--sandbox.mail.imap-port=0",
                    "--sandbox.dns.port=0",
                    "--sandbox.openstack.build-time=200ms",
                    "--sandbox.openstack.delete-time=50ms",
                    "--sandbox.fortimail.boot-time=100ms",
                    // until a test says so
                    "--sandbox.sectigo.organisation-time=3650d",
                    "--sandbox.sectigo.check-time=100ms",
                    "--sandbox.sectigo.wildcard-time=200ms",
                    "--sandbox.sectigo.issue-time=200ms",
                    "--sandbox.harica.check-time=100ms",
                    "--sandbox.harica.organisation-time=200ms",
                    "--sandbox.harica.look-time=100ms");
        }
        return sandbox.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** In memory, unless the tests of another JVM are to find the same world. */
    private static String sandboxDatabase() {
        return System.getProperty(
                "orderdesk.test.sandbox",
                "jdbc:h2:mem:world-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=500");
    }

    /** What the sandbox keeps, for accidents that its partners would not let a caller cause. */
    public static JdbcClient sandboxTables() {
        sandboxPort();
        return sandbox.getBean(JdbcClient.class);
    }

    private static synchronized String database() {
        String name = "orderdesk_" + UUID.randomUUID().toString().replace('-', '_');
        return System.getProperty("orderdesk.test.database", "h2").equals("postgresql")
                ? postgresql(name)
                : "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=500";
    }

    private static String postgresql(String name) {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder().start();
            }
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("create database " + name);
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}

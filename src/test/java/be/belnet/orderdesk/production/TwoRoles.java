package be.belnet.orderdesk.production;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.ClassUtils;

/** A PostgreSQL that speaks TLS and has the roles of {@code deploy/database/roles.sql}. */
class TwoRoles implements AutoCloseable {
    static final String OWNER = "orderdesk_owner";
    static final String RUN_TIME = "orderdesk";

    private final EmbeddedPostgres server;
    private final TestCertificate certificate;

    TwoRoles(Path folder) {
        try {
            certificate = TestCertificate.in(folder);
            server = EmbeddedPostgres.builder()
                    .setServerConfig("ssl", "on")
                    .setServerConfig("ssl_cert_file", certificate.certificate().toString())
                    .setServerConfig("ssl_key_file", certificate.key().toString())
                    .start();
            as("postgres", "")
                    .sql(Files.readString(Path.of("deploy/database/roles.sql")))
                    .update();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Makes all tables as their owner. */
    void migrate() {
        Flyway.configure()
                .dataSource(url(), OWNER, "")
                .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
                .javaMigrations(engineSchema())
                .load()
                .migrate();
    }

    private static JavaMigration engineSchema() {
        return (JavaMigration) BeanUtils.instantiateClass(
                ClassUtils.resolveClassName("be.belnet.orderdesk.database.V1__EngineSchema", null));
    }

    /** Verifies the server, as production does. */
    String url() {
        return "jdbc:postgresql://localhost:%d/postgres?sslmode=verify-full&sslrootcert=%s"
                .formatted(server.getPort(), certificate.certificate());
    }

    /** @param more parameters of the address, each begun with an ampersand */
    JdbcClient as(String user, String more) {
        return JdbcClient.create(new DriverManagerDataSource(url() + more, user, ""));
    }

    TestCertificate certificate() {
        return certificate;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

package be.belnet.orderdesk.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL as it is delivered, which counts statements and keeps what was committed. */
final class Postgres implements AutoCloseable {
    /** Whose statements count. */
    static final String USER = "contender";

    /** Whose tables are Orderdesk's in production, and who reads and writes rows there. */
    static final String OWNER = "orderdesk_owner";

    static final String RUN_TIME = "orderdesk";

    private static final Path ROLES = Path.of("..", "deploy", "database", "roles.sql");

    private final Path data;
    private final Certificate certificate;
    private final EmbeddedPostgres server;

    Postgres(Path data) throws IOException, SQLException {
        this.data = data;
        certificate = Certificate.in(Files.createTempDirectory("orderdesk-benchmark-certificate"));
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.track_utility", "off")
                .setServerConfig("pg_stat_statements.max", "10000")
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.certificate().toString())
                .setServerConfig("ssl_key_file", certificate.key().toString())
                .start();
        run("postgres", "create role " + USER + " login");
    }

    /** An empty database of the contenders' user. */
    void create(String name) throws SQLException {
        run("postgres", "create database " + name + " owner " + USER);
        run(name, "create extension pg_stat_statements");
    }

    /** An empty database as an operator prepares it for production. */
    void createForProduction(String name) throws IOException, SQLException {
        run("postgres", "create database " + name);
        String roles = Files.readString(ROLES);
        run(name, rolesExist() ? roles.replaceAll("(?m)^create role .*;", "") : roles);
    }

    void drop(String name) throws SQLException {
        run("postgres", "drop database " + name + " with (force)");
    }

    String url(String name) {
        return server.getJdbcUrl(USER, name);
    }

    /** Over TLS, and with a look at the server's certificate. */
    String verifiedUrl(String name) {
        return "jdbc:postgresql://localhost:%d/%s?sslmode=verify-full&sslrootcert=%s"
                .formatted(server.getPort(), name, certificate.certificate());
    }

    String adminUrl(String name) {
        return server.getJdbcUrl("postgres", name);
    }

    long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private boolean rolesExist() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_roles where rolname = '" + OWNER + "'")) {
            return found.next();
        }
    }

    private void run(String database, String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package be.belnet.orderdesk.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL as it is delivered, which counts statements and keeps what was committed. */
final class Postgres implements AutoCloseable {
    /** Whose statements count. */
    static final String USER = "contender";

    private final Path data;
    private final EmbeddedPostgres server;

    Postgres(Path data) throws IOException, SQLException {
        this.data = data;
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.track_utility", "off")
                .setServerConfig("pg_stat_statements.max", "10000")
                .start();
        run("postgres", "create role " + USER + " login");
    }

    /** An empty database of the contenders' user. */
    void create(String name) throws SQLException {
        run("postgres", "create database " + name + " owner " + USER);
        run(name, "create extension pg_stat_statements");
    }

    void drop(String name) throws SQLException {
        run("postgres", "drop database " + name + " with (force)");
    }

    String url(String name) {
        return server.getJdbcUrl(USER, name);
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

    private void run(String database, String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

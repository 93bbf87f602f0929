package be.belnet.orderdesk.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One PostgreSQL that can be stopped as by a power cut and started again. */
final class Postgres {
    private static final String USER = "orderdesk";

    private final Path data;
    private final int port = Http.freePort();
    private EmbeddedPostgres server;

    Postgres(Path data) {
        this.data = data;
        start();
        admin("postgres").sql("create role " + USER + " login").update();
    }

    void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    // what was committed stays so whenever it stops
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** At once, without a word to anybody: what is under way is lost. */
    void stopImmediately() {
        try {
            ProcessHandle postmaster = postmaster();
            new ProcessBuilder("kill", "-QUIT", String.valueOf(postmaster.pid()))
                    .start()
                    .onExit()
                    .join();
            postmaster.onExit().join();
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As its service manager does when it has ended by itself. */
    void startIfEnded() {
        if (!isAlive()) {
            start();
        }
    }

    private boolean isAlive() {
        try {
            return postmaster().isAlive();
        } catch (IOException | NoSuchElementException ended) {
            return false;
        }
    }

    void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** An empty database that the application's user owns, with a table of its own for kill points. */
    void create(String name) {
        admin("postgres").sql("create database " + name + " owner " + USER).update();
        JdbcClient database = database(name);
        database.sql("create schema faults").update();
        database.sql("create table faults.kill_point (effect_key varchar(200), place varchar(20),"
                        + " poison boolean not null, reached integer not null, primary key (effect_key, place))")
                .update();
    }

    /** Nobody may be connected to either. */
    void copy(String from, String to) {
        disconnect(from);
        admin("postgres")
                .sql("create database %s template %s owner %s".formatted(to, from, USER))
                .update();
    }

    void drop(String name) {
        admin("postgres").sql("drop database " + name + " with (force)").update();
    }

    private void disconnect(String name) {
        admin("postgres")
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                .param(name)
                .query()
                .listOfRows();
    }

    /** How many connections the application may have; -1 for as many as it likes. */
    void limitConnections(int count) {
        admin("postgres")
                .sql("alter role " + USER + " connection limit " + count)
                .update();
        admin("postgres")
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = ?")
                .param(USER)
                .query()
                .listOfRows();
    }

    String url(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(port, name, USER);
    }

    /** As the application's user. */
    JdbcClient database(String name) {
        return JdbcClient.create(new DriverManagerDataSource(url(name)));
    }

    /** As the database's administrator, whom no limit on connections holds up. */
    JdbcClient admin(String name) {
        return JdbcClient.create(new DriverManagerDataSource(server.getJdbcUrl("postgres", name)));
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}

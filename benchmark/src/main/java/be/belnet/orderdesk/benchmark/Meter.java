package be.belnet.orderdesk.benchmark;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Counts what this JVM asks of the database, whose administrator it is here. Backends keep their counts of transactions to
 * themselves for up to ten seconds, so a count begins and ends with a rest.
 */
final class Meter implements AutoCloseable {
    private static final int REST_SECONDS = 11;
    private static final String OURS =
            " from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())"
                    + " and userid %s '" + Postgres.USER + "'::regrole";
    private static final String CONTENDERS = OURS.formatted("=");
    private static final String OTHERS = OURS.formatted("<>");

    private final Connection connection;
    private final ProcessHandle postmaster;
    private final ProcessHandle sandbox;
    private Sum before;
    private long transactionsBefore;

    /** @param sandbox null where partners take no part */
    Meter(Connection connection, ProcessHandle postmaster, ProcessHandle sandbox) {
        this.connection = connection;
        this.postmaster = postmaster;
        this.sandbox = sandbox;
    }

    /**
     * What was spent in a while.
     *
     * @param wal bytes
     * @param size bytes by which the database's files grew
     * @param cpu seconds of this JVM
     * @param databaseCpu seconds of the database's processes
     * @param sandboxCpu seconds of the partners' process
     */
    record Sum(
            double seconds,
            double statements,
            double transactions,
            double wal,
            double size,
            double cpu,
            double databaseCpu,
            double sandboxCpu) {
        Sum per(double count) {
            return new Sum(
                    seconds / count,
                    statements / count,
                    transactions / count,
                    wal / count,
                    size / count,
                    cpu / count,
                    databaseCpu / count,
                    sandboxCpu / count);
        }

        private Sum minus(Sum other) {
            return new Sum(
                    seconds - other.seconds,
                    statements - other.statements,
                    transactions - other.transactions,
                    wal - other.wal,
                    size - other.size,
                    cpu - other.cpu,
                    databaseCpu - other.databaseCpu,
                    sandboxCpu - other.sandboxCpu);
        }

        private Sum withTransactions(double count) {
            return new Sum(seconds, statements, count, wal, size, cpu, databaseCpu, sandboxCpu);
        }
    }

    /** @param milliseconds of all its executions */
    record Asked(String text, long calls, long rows, double milliseconds) {}

    void begin() {
        rest();
        run("checkpoint");
        run("select pg_stat_statements_reset()");
        transactionsBefore = transactions();
        before = now();
    }

    /** What was spent since the beginning. */
    Sum end() {
        Sum spent = now().minus(before);
        rest();
        return spent.withTransactions((double) transactions() - transactionsBefore - calls(OTHERS));
    }

    /** Statements since the beginning, those first that were run most often. */
    List<Asked> statements() {
        List<Asked> statements = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select query, calls, rows, total_exec_time" + CONTENDERS + " order by calls desc, query")) {
            while (rows.next()) {
                statements.add(new Asked(
                        rows.getString(1).replaceAll("\\s+", " ").strip(),
                        rows.getLong(2),
                        rows.getLong(3),
                        rows.getDouble(4)));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return statements;
    }

    /** The first column of the first row. */
    double number(String sql, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    static void rest() {
        sleep(Duration.ofSeconds(REST_SECONDS));
    }

    static void sleep(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private Sum now() {
        return new Sum(
                System.nanoTime() / 1e9,
                calls(CONTENDERS),
                0,
                number("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn"),
                number("select pg_database_size(current_database())"),
                ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                                .getProcessCpuTime()
                        / 1e9,
                cpu(postmaster.children()),
                cpu(Stream.ofNullable(sandbox)));
    }

    private long calls(String whose) {
        return (long) number("select coalesce(sum(calls), 0)" + whose);
    }

    private long transactions() {
        return (long)
                number("select xact_commit + xact_rollback from pg_stat_database where datname = current_database()");
    }

    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static double cpu(Stream<ProcessHandle> processes) {
        return processes
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1e3;
    }
}

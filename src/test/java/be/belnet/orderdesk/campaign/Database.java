package be.belnet.orderdesk.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application asks of its database from {@link #begin} on, and what it keeps there. */
final class Database {
    private static final List<Group> GROUPS = List.of(
            new Group("engine, at work", "act_ru_"),
            new Group("engine, history", "act_hi_"),
            new Group("engine, other", "act_"),
            new Group("Orderdesk", ""));

    private final JdbcClient database;
    private final Map<String, Long> peaks = new TreeMap<>();
    private long transactionsBefore;

    Database(JdbcClient database) {
        this.database = database;
    }

    private record Group(String name, String prefix) {}

    private record Table(String name, long rows) {}

    /** @param time milliseconds, of all its executions */
    record Statement(String text, long calls, long rows, long time) {}

    void begin() {
        database.sql("select pg_stat_statements_reset()").query().listOfRows();
        transactionsBefore = transactions();
    }

    /** Statements of the application, without the beginning and the end of transactions. */
    long statements() {
        return count("select coalesce(sum(calls), 0) from pg_stat_statements where " + APPLICATION);
    }

    long statementTime() {
        return count("select coalesce(sum(total_exec_time), 0)::bigint from pg_stat_statements where " + APPLICATION);
    }

    /** Those of the application: whoever asks here has a transaction for each statement. */
    long applicationsTransactions() {
        return transactions()
                - transactionsBefore
                - count("select coalesce(sum(calls), 0) from pg_stat_statements where not " + APPLICATION);
    }

    /** Those that took most of the time, or were run most often. */
    List<Statement> most(String measure, int count) {
        return database.sql("select query, calls, rows, total_exec_time from pg_stat_statements where " + APPLICATION
                        + " order by " + measure + " desc limit " + count)
                .query((row, index) -> new Statement(
                        row.getString("query").replaceAll("\\s+", " ").strip(),
                        row.getLong("calls"),
                        row.getLong("rows"),
                        row.getLong("total_exec_time")))
                .list();
    }

    /** Rows by kind of table, as they are now. */
    Map<String, Long> rows() {
        return grouped(tables().stream()
                .map(table -> new Table(table, count("select count(*) from " + table)))
                .toList());
    }

    /** Rows of the largest tables, as they are now. */
    Map<String, Long> largest(int count) {
        return tables().stream()
                .map(table -> new Table(table, count("select count(*) from " + table)))
                .sorted((one, other) -> Long.compare(other.rows(), one.rows()))
                .limit(count)
                .collect(Collectors.toMap(Table::name, Table::rows, (one, other) -> one, LinkedHashMap::new));
    }

    /** Compares with the most rows that were seen so far. The database's own count of them, which is cheap. */
    void sample() {
        grouped(database.sql("select relname, n_live_tup from pg_stat_user_tables")
                        .query((row, index) -> new Table(row.getString(1), row.getLong(2)))
                        .list())
                .forEach((group, rows) -> peaks.merge(group, rows, Math::max));
    }

    Map<String, Long> peaks() {
        return peaks;
    }

    /** Tables of which all rows are read often. */
    List<String> scans(int count) {
        return database.sql("select relname || ': ' || seq_scan || ' scans, ' || seq_tup_read || ' rows'"
                        + " from pg_stat_user_tables order by seq_tup_read desc limit " + count)
                .query(String.class)
                .list();
    }

    long count(String sql, Object... parameters) {
        return database.sql(sql).params(parameters).query(Long.class).single();
    }

    private long transactions() {
        return count("select xact_commit + xact_rollback from pg_stat_database where datname = current_database()");
    }

    private List<String> tables() {
        return database.sql("select relname from pg_stat_user_tables")
                .query(String.class)
                .list();
    }

    private static Map<String, Long> grouped(List<Table> tables) {
        return tables.stream()
                .collect(Collectors.groupingBy(
                        table -> group(table.name()), TreeMap::new, Collectors.summingLong(Table::rows)));
    }

    private static String group(String table) {
        return GROUPS.stream()
                .filter(group -> table.startsWith(group.prefix()))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static final String APPLICATION = "userid = 'orderdesk'::regrole";
}

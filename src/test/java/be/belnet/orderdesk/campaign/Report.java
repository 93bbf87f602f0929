package be.belnet.orderdesk.campaign;

import be.belnet.orderdesk.campaign.CustomerSide.Way;
import be.belnet.orderdesk.campaign.Rounds.Round;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of a run as tables: printed, and kept in {@code target/campaign/report.md}. */
final class Report {
    private static final int MOST = 25;
    private static final int LONGEST_STATEMENT = 200;

    private final Size size;
    private final World world;
    private final Database database;
    private final Ledger ledger;
    private final CustomerSide customers;
    private final StringBuilder text = new StringBuilder();

    Report(Size size, World world, Database database, Ledger ledger, CustomerSide customers) {
        this.size = size;
        this.world = world;
        this.database = database;
        this.ledger = ledger;
        this.customers = customers;
    }

    /** @param computed by this process meanwhile, the customers' side included */
    void write(Duration took, Duration computed, int days, List<Round> rounds, Map<String, Way> ways) {
        line("# Campaign");
        line("");
        line("%d customers × %d domains, %d customers a day, seed %d."
                .formatted(size.customers(), size.domains(), size.customersADay(), size.seed()));
        line("");
        head("Figure", "In total", "For each domain");
        row("wall time", seconds(took), "%.0f ms".formatted((double) took.toMillis() / size.allDomains()));
        row("opening days", String.valueOf(days), "");
        row("customers by way", counted(ways).toString(), "");
        row("domains by state", new Calm(world, database, customers).standing().toString(), "");
        perDomain("milliseconds computed, customers' side included", computed.toMillis());
        perDomain("SQL statements", database.statements());
        perDomain("milliseconds in SQL statements", database.statementTime());
        perDomain("transactions", database.applicationsTransactions());
        perDomain("optimistic locks lost", locksLost());
        perDomain("jobs that failed", database.count("select count(*) from act_hi_job_log where job_state_ = 1"));
        row("customers turned away", String.valueOf(customers.turnedAway()), "");
        database.peaks().forEach((group, rows) -> perDomain("rows at the peak, " + group, rows));
        database.rows().forEach((group, rows) -> perDomain("rows at the end, " + group, rows));
        perDomain(
                "calls to partners",
                ledger.calls().values().stream().mapToLong(Long::longValue).sum());
        perDomain("calls refused", ledger.refusedCalls());
        rounds(rounds);
        calls();
        failedJobs();
        mails();
        statements();
        keep();
    }

    private void rounds(List<Round> rounds) {
        List<Duration> times = rounds.stream().map(Round::took).sorted().toList();
        row("rounds at Sectigo", String.valueOf(rounds.size()), "");
        row("p50 of a round", percentile(times, 50), "");
        row("p95 of a round", percentile(times, 95), "");
        row(
                "calls of a round, at most",
                String.valueOf(rounds.stream().mapToLong(ledger::listed).max().orElse(0)),
                "");
        row("entries at Sectigo at the end", String.valueOf(ledger.entries(Instant.now())), "");
    }

    private void calls() {
        line("");
        head("Call", "In total", "For each domain");
        ledger.calls().forEach(this::perDomain);
    }

    private void mails() {
        line("");
        head("Mail", "In total", "For each customer");
        world.database()
                .sql("select template, count(*) from correspondence group by template order by template")
                .query(row -> {
                    row(row.getString(1), row.getString(2), figure((double) row.getLong(2) / size.customers()));
                });
    }

    private void failedJobs() {
        line("");
        head("Jobs that failed and were run again, at", "In total", "For each domain");
        world.database()
                .sql("select process_def_key_ || ' ' || act_id_, count(*) from act_hi_job_log where job_state_ = 1"
                        + " group by 1 order by 2 desc")
                .query(row -> {
                    perDomain(row.getString(1), row.getLong(2));
                });
    }

    private void statements() {
        for (String measure : List.of("calls", "total_exec_time")) {
            line("");
            head("Statement, most " + (measure.equals("calls") ? "often" : "time"), "Times", "Rows", "ms");
            database.most(measure, MOST)
                    .forEach(one -> row(
                            "`%s`"
                                    .formatted(one.text()
                                            .substring(
                                                    0,
                                                    Math.min(
                                                            LONGEST_STATEMENT,
                                                            one.text().length()))),
                            String.valueOf(one.calls()),
                            String.valueOf(one.rows()),
                            String.valueOf(one.time())));
        }
        line("");
        head("Table", "Rows at the end");
        database.largest(MOST).forEach((table, rows) -> row(table, String.valueOf(rows)));
        line("");
        database.scans(10).forEach(scan -> line("- " + scan));
    }

    private double locksLost() {
        return world.bean(MeterRegistry.class)
                .get("orderdesk.optimistic.locking")
                .counter()
                .count();
    }

    private static Map<Way, Long> counted(Map<String, Way> ways) {
        return ways.values().stream().collect(Collectors.groupingBy(way -> way, TreeMap::new, Collectors.counting()));
    }

    private void perDomain(String what, double count) {
        row(what, "%.0f".formatted(count), figure(count / size.allDomains()));
    }

    private static String figure(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static String percentile(List<Duration> sorted, int percent) {
        return sorted.isEmpty()
                ? "–"
                : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100))
                                .toMillis() + " ms";
    }

    private static String seconds(Duration took) {
        return took.toSeconds() + " s";
    }

    private void head(String... columns) {
        row(columns);
        line("|" + "---|".repeat(columns.length));
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells).replace("\n", " ") + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void keep() {
        System.out.println(text);
        try {
            Files.writeString(World.REPORTS.resolve("report.md"), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

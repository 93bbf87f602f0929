package be.belnet.orderdesk.benchmark;

import be.belnet.orderdesk.benchmark.growth.Costs;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Medians and spreads of all contenders, and what follows from them. */
final class Report {
    private static final int MOST_CALLED = 40;
    private static final int SLOWEST = 20;
    private static final double MOST_MILLISECONDS = 300;

    private final Map<Launch, List<Result>> results;
    private final List<Launch> contenders;
    private final List<String> lines = new ArrayList<>();

    Report(Map<Launch, List<Result>> results, List<Launch> contenders) {
        this.results = results;
        this.contenders = contenders;
        write();
    }

    /** One run, in few words. */
    static String line(Launch contender, Result result) {
        return String.format(
                Locale.ROOT,
                "%-10s %7.2f orders/s %7.1f statements %6.1f transactions %6.1f kB WAL %6.3f s CPU for each order",
                contender.title(),
                1 / result.number("order.seconds"),
                result.number("order.statements"),
                result.number("order.transactions"),
                result.number("order.wal") / 1024,
                result.number("order.cpu"));
    }

    String text() {
        return String.join("\n", lines);
    }

    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(LocalDate.now() + "-orders.md"), text() + "\n");
    }

    /** What the simulation of growth reckons with. */
    void noteCosts(Path folder) throws IOException {
        if (!results.containsKey(Launch.ORDERDESK)) {
            return;
        }
        Properties measured = new Properties();
        for (String cost : List.of(
                "order.seconds",
                "order.transactions",
                "order.cpu",
                "order.databaseCpu",
                "order.sandboxCpu",
                "order.size",
                "idle.transactions",
                "idle.cpu",
                "idle.databaseCpu")) {
            measured.setProperty(cost, String.valueOf(median(Launch.ORDERDESK, result -> result.number(cost))));
        }
        allPauses().ifPresent(pauses -> measured.setProperty("visit.seconds", String.valueOf(pauses.median() / 1000)));
        measured.setProperty("measured.drivers", Settings.text("drivers"));
        measured.setProperty(
                "measured.processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        Costs.note(folder.resolve("costs.properties"), measured);
    }

    private void write() {
        lines.add("# Orders, " + LocalDate.now());
        lines.add("");
        conditions();
        table();
        if (results.containsKey(Launch.ORDERDESK)) {
            verdicts();
            details();
            pauses();
            statements();
        }
    }

    private void conditions() {
        lines.add(
                "%s orders after %s to warm up, %s drivers, at most %s orders open, heap %s, seed %s; median of %s rounds [least–most]."
                        .formatted(
                                Settings.text("orders"),
                                Settings.text("warm-up"),
                                Settings.text("drivers"),
                                Settings.text("open"),
                                Settings.text("heap"),
                                Settings.text("seed"),
                                Settings.text("rounds")));
        lines.add(machine());
        lines.add("");
    }

    static String machine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%d cores (%s), %d GB of memory, %s %s, Java %s, PostgreSQL 17 on the same machine."
                .formatted(
                        system.getAvailableProcessors(),
                        processor(),
                        Math.round(system.getTotalMemorySize() / 1e9),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"));
    }

    private void table() {
        lines.add(
                "| Each order | orders/s | statements | transactions | WAL kB | kB stored | CPU s | CPU s database | CPU s partners |");
        lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (Launch contender : contenders) {
            lines.add("| %s %s | %s | %s | %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            contender.title(),
                            results.get(contender).get(0).text("version"),
                            spread(contender, "%.2f", result -> 1 / result.number("order.seconds")),
                            spread(contender, "%.1f", result -> result.number("order.statements")),
                            spread(contender, "%.1f", result -> result.number("order.transactions")),
                            spread(contender, "%.1f", result -> result.number("order.wal") / 1024),
                            spread(contender, "%.1f", result -> result.number("order.size") / 1024),
                            spread(contender, "%.3f", result -> result.number("order.cpu")),
                            spread(contender, "%.3f", result -> result.number("order.databaseCpu")),
                            spread(contender, "%.3f", result -> result.number("order.sandboxCpu"))));
        }
        lines.add("");
    }

    private void verdicts() {
        if (!results.containsKey(Launch.CAMUNDA)) {
            return;
        }
        double effects = median(Launch.ORDERDESK, result -> result.number("effects"));
        double mails = median(Launch.ORDERDESK, result -> result.number("mails"));
        double allowed = median(Launch.CAMUNDA, result -> result.number("order.transactions")) + 2 * effects + mails;
        judge(
                "no more statements than the empty model on Camunda",
                median(Launch.ORDERDESK, result -> result.number("order.statements")),
                median(Launch.CAMUNDA, result -> result.number("order.statements")));
        judge(
                String.format(
                        Locale.ROOT,
                        "no more transactions than it, 2 for each of %.1f effects and 1 for each of %.1f mails",
                        effects,
                        mails),
                median(Launch.ORDERDESK, result -> result.number("order.transactions")),
                allowed);
        judge(
                "no slower: seconds for an order",
                median(Launch.ORDERDESK, result -> result.number("order.seconds")),
                median(Launch.CAMUNDA, result -> result.number("order.seconds")));
        lines.add("");
    }

    private void judge(String what, double is, double allowed) {
        lines.add(verdict(what, is, allowed));
    }

    static String verdict(String what, double is, double allowed) {
        return String.format(
                Locale.ROOT, "- %s: **%s** (%.2f, allowed %.2f)", what, is <= allowed ? "yes" : "no", is, allowed);
    }

    private void details() {
        double pdf = last(Launch.ORDERDESK).number("pdf");
        lines.add(String.format(
                Locale.ROOT,
                "Orderdesk, each order: %s effects at partners, %s mails, %s documents; PDFs are %.0f %% of what it"
                        + " computes, about %.3f s.",
                spread(Launch.ORDERDESK, "%.1f", result -> result.number("effects")),
                spread(Launch.ORDERDESK, "%.1f", result -> result.number("mails")),
                spread(Launch.ORDERDESK, "%.1f", result -> result.number("documents")),
                100 * pdf,
                pdf * median(Launch.ORDERDESK, result -> result.number("order.cpu"))));
        for (Launch contender : contenders) {
            if (contender != Launch.JDBC) {
                lines.add(
                        "%s, each second without any order: %s statements, %s transactions, %s s of CPU; in the time of an order %s and %s; forms sent again: %s."
                                .formatted(
                                        contender.title(),
                                        spread(contender, "%.1f", result -> result.number("idle.statements")),
                                        spread(contender, "%.1f", result -> result.number("idle.transactions")),
                                        spread(contender, "%.3f", result -> result.number("idle.cpu")),
                                        spread(contender, "%.1f", result -> meanwhile(result, "idle.statements")),
                                        spread(contender, "%.1f", result -> meanwhile(result, "idle.transactions")),
                                        spread(contender, "%.0f", result -> result.number("repeated"))));
            }
        }
        lines.add("");
    }

    /** What an order would find counted as its own if nothing were done for it. */
    private static double meanwhile(Result result, String what) {
        return result.number(what) * result.number("order.seconds");
    }

    private void pauses() {
        lines.add("From a form that is sent to the next task that is seen, ms, one driver and one order at a time:");
        lines.add("");
        lines.add("| Task | " + String.join(" | ", engines().map(Launch::title).toList()) + " |");
        lines.add("|---" + "|---:".repeat((int) engines().count()) + "|");
        for (String activity : last(Launch.ORDERDESK).pausedActivities()) {
            lines.add("| `" + activity + "` | "
                    + String.join(
                            " | ",
                            engines()
                                    .map(engine -> pause(last(engine).pauses(activity)))
                                    .toList()) + " |");
        }
        lines.add("");
        allPauses().ifPresent(pauses -> {
            judge("95 of 100 next tasks of Orderdesk, milliseconds", pauses.quantile(0.95), MOST_MILLISECONDS);
            lines.add("");
        });
    }

    /** Of all tasks of Orderdesk, in milliseconds. */
    private Optional<Spread> allPauses() {
        Result last = last(Launch.ORDERDESK);
        List<Double> all = last.pausedActivities().stream()
                .flatMap(activity -> last.pauses(activity).stream())
                .sorted()
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new Spread(all));
    }

    private Stream<Launch> engines() {
        return contenders.stream().filter(contender -> contender != Launch.JDBC);
    }

    private static String pause(List<Double> sorted) {
        Spread pauses = new Spread(sorted);
        return sorted.isEmpty()
                ? "–"
                : String.format(Locale.ROOT, "p50 %.0f, p95 %.0f", pauses.median(), pauses.quantile(0.95));
    }

    private void statements() {
        lines.add("Orderdesk's statements that are run most often, for each order:");
        lines.add("");
        statements(last(Launch.ORDERDESK).statements().stream().limit(MOST_CALLED));
        lines.add("Those that take most of the database's time:");
        lines.add("");
        statements(last(Launch.ORDERDESK).statements().stream()
                .sorted(Comparator.comparingDouble(Report::milliseconds).reversed())
                .limit(SLOWEST));
    }

    private void statements(Stream<String> statements) {
        lines.add("| calls | rows | ms | statement |");
        lines.add("|---:|---:|---:|---|");
        statements
                .map(line -> line.split("\t", 4))
                .forEach(parts -> lines.add("| %s | %s | %s | `%s` |"
                        .formatted(
                                parts[0],
                                parts[1],
                                parts[2],
                                shortened(parts[3]).replace("|", "\\|"))));
        lines.add("");
    }

    private static double milliseconds(String line) {
        return Double.parseDouble(line.split("\t")[2]);
    }

    /** Without the middle: what it selects says less than where from. */
    private static String shortened(String statement) {
        return statement.length() <= 220
                ? statement
                : statement.substring(0, 60) + " … " + statement.substring(statement.length() - 155);
    }

    private Result last(Launch contender) {
        List<Result> all = results.get(contender);
        return all.get(all.size() - 1);
    }

    private double median(Launch contender, ToDoubleFunction<Result> value) {
        return Spread.of(results.get(contender), value).median();
    }

    private String spread(Launch contender, String format, ToDoubleFunction<Result> value) {
        return Spread.of(results.get(contender), value).text(format);
    }

    private static String processor() {
        try (Stream<String> facts = Files.lines(Path.of("/proc/cpuinfo"))) {
            return facts.filter(fact -> fact.startsWith("model name"))
                    .findFirst()
                    .map(fact -> fact.substring(fact.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException none) {
            return "unknown";
        }
    }
}

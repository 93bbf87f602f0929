package be.belnet.orderdesk.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** What came out of one run of a contender, as a file between its JVM and the benchmark's. */
final class Result {
    private static final String PAUSES = "pauses.";

    private final Properties values = new Properties();
    private final List<String> statements = new ArrayList<>();

    static Result read(Path file) throws IOException {
        Result result = new Result();
        try (Reader reader = Files.newBufferedReader(file)) {
            result.values.load(reader);
        }
        result.statements.addAll(Files.readAllLines(statementsOf(file)));
        return result;
    }

    void write(Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            values.store(writer, null);
        }
        writeStatements(statementsOf(file));
    }

    void put(String name, Object value) {
        values.setProperty(name, String.valueOf(value));
    }

    void put(String prefix, Meter.Sum sum) {
        put(prefix + "seconds", sum.seconds());
        put(prefix + "statements", sum.statements());
        put(prefix + "transactions", sum.transactions());
        put(prefix + "wal", sum.wal());
        put(prefix + "size", sum.size());
        put(prefix + "cpu", sum.cpu());
        put(prefix + "databaseCpu", sum.databaseCpu());
        put(prefix + "sandboxCpu", sum.sandboxCpu());
    }

    /** @param count of orders or seconds: what calls, rows and milliseconds are told for each of */
    void statements(List<Meter.Asked> asked, double count) {
        statements.clear();
        asked.forEach(one -> statements.add(String.format(
                Locale.ROOT,
                "%.2f\t%.2f\t%.3f\t%s",
                one.calls() / count,
                one.rows() / count,
                one.milliseconds() / count,
                one.text())));
    }

    void writeStatements(Path file) throws IOException {
        Files.write(file, statements);
    }

    void pauses(String activity, List<Double> milliseconds) {
        put(
                PAUSES + activity,
                String.join(" ", milliseconds.stream().map(String::valueOf).toList()));
    }

    String text(String name) {
        return values.getProperty(name, "");
    }

    double number(String name) {
        return Double.parseDouble(values.getProperty(name, "0"));
    }

    /** Lines of tab-separated calls, rows, milliseconds and text, those first that were run most often. */
    List<String> statements() {
        return Collections.unmodifiableList(statements);
    }

    List<String> pausedActivities() {
        return values.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PAUSES))
                .map(name -> name.substring(PAUSES.length()))
                .sorted()
                .toList();
    }

    /** Milliseconds, sorted. */
    List<Double> pauses(String activity) {
        return List.of(text(PAUSES + activity).split(" ")).stream()
                .map(Double::valueOf)
                .sorted()
                .toList();
    }

    private static Path statementsOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".statements");
    }
}

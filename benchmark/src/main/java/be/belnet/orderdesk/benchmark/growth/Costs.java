package be.belnet.orderdesk.benchmark.growth;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/** What was measured, from a file of {@code name=value}. README.md says what each is. */
public final class Costs {
    /** What an order consists of for people: the request and six tasks. */
    static final int VISITS = 7;

    private final Properties values = new Properties();

    /** @throws IOException where there is no such file */
    static Costs read(Path file) throws IOException {
        Costs costs = new Costs();
        costs.load(file);
        return costs;
    }

    /** Keeps what was measured last, beside what others measured. */
    public static void note(Path file, Properties measured) throws IOException {
        Costs costs = new Costs();
        if (Files.exists(file)) {
            costs.load(file);
        }
        costs.values.putAll(measured);
        List<String> lines = new TreeSet<>(costs.values.stringPropertyNames())
                .stream()
                        .map(name -> name + "=" + costs.values.getProperty(name))
                        .toList();
        Files.write(file, lines);
    }

    /** @throws IllegalStateException where it was not measured */
    double number(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(name + " was not measured");
        }
        return Double.parseDouble(value);
    }

    Work order() {
        return work("order");
    }

    Work visit() {
        return order().part(VISITS);
    }

    Work domain() {
        return work("domain");
    }

    Work page() {
        return work("page");
    }

    /** Of a second in which nobody asks for anything. */
    Work idleSecond() {
        return work("idle");
    }

    /** Seconds that a transaction takes besides computing, which one order alone on its machine shows. */
    double commit() {
        Work visit = visit();
        return Math.max(0, (number("visit.seconds") - visit.cpu() - visit.databaseCpu()) / visit.transactions());
    }

    private Work work(String what) {
        return new Work(
                (int) Math.ceil(number(what + ".transactions")), number(what + ".cpu"), number(what + ".databaseCpu"));
    }

    private void load(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
    }
}

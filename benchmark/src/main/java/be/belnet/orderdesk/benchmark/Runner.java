package be.belnet.orderdesk.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** In the JVM of a contender: warms it up, measures it, and writes down what came out. */
final class Runner {
    private static final long LOOK_PAUSE = 50;
    private static final long CLOSE_LOOK_PAUSE = 2;
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final Contender contender;
    private final Observer observer;
    private final Meter meter;
    private int next;

    private Runner(Contender contender) throws SQLException {
        this.contender = contender;
        this.observer = new Observer(DriverManager.getConnection(Settings.text("admin")));
        this.meter = new Meter(
                DriverManager.getConnection(Settings.text("admin")),
                process("postmaster"),
                Long.getLong("sandbox") == null ? null : process("sandbox"));
    }

    private static ProcessHandle process(String name) {
        return ProcessHandle.of(Long.getLong(name)).orElseThrow();
    }

    /** Measures what this starts. Ends the JVM, whatever still runs in it. */
    static void run(Callable<? extends Contender> start) {
        ending(() -> {
            try (Contender contender = start.call()) {
                new Runner(contender).run();
            }
            return null;
        });
    }

    /** Does something, and ends the JVM. */
    @SuppressWarnings("CallToPrintStackTrace")
    static void ending(Callable<?> work) {
        try {
            work.call();
        } catch (Exception failed) {
            failed.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private void run() throws IOException {
        Result result = new Result();
        result.put("version", contender.version());
        course(Settings.number("drivers"), Settings.number("open"), LOOK_PAUSE, Settings.number("warm-up"));
        measureIdleness(result);
        List<String> orders = measureOrders(result);
        result.put("path", String.join(" ", observer.path(orders.get(0))));
        if (Boolean.getBoolean("thorough")) {
            profile(result);
            measurePauses(result);
        }
        result.write(Settings.path("result"));
    }

    private void measureIdleness(Result result) throws IOException {
        meter.begin();
        Meter.sleep(Duration.ofSeconds(Settings.number("idle-seconds")));
        Meter.Sum spent = meter.end();
        result.put("idle.", spent.per(spent.seconds()));
        Path file = Settings.path("result");
        result.statements(meter.statements(), spent.seconds());
        result.writeStatements(file.resolveSibling(file.getFileName() + ".idle-statements"));
    }

    private List<String> measureOrders(Result result) {
        int count = Settings.number("orders");
        meter.begin();
        Course course = newCourse(Settings.number("drivers"), Settings.number("open"), LOOK_PAUSE);
        List<String> orders = course.run(take(count), count);
        awaitQuiet();
        Meter.Sum spent = meter.end();
        result.put("order.", spent.per(count));
        result.put("repeated", course.repeated());
        result.statements(meter.statements(), count);
        Object numbers = orders.toArray(String[]::new);
        contender.counts().forEach((name, sql) -> result.put(name, meter.number(sql, numbers) / count));
        return orders;
    }

    private void profile(Result result) throws IOException {
        int count = Settings.number("profiled-orders");
        if (count == 0) {
            return;
        }
        Profile profile = Profile.begin(Settings.path("result").resolveSibling("orderdesk.jfr"));
        course(Settings.number("drivers"), Settings.number("open"), LOOK_PAUSE, count);
        profile.end();
        result.put("pdf", profile.share("be.belnet.orderdesk.pdf."));
    }

    private void measurePauses(Result result) {
        Course course = newCourse(1, 1, CLOSE_LOOK_PAUSE);
        int count = Settings.number("idle-orders");
        course.run(take(count), count);
        course.pauses().forEach((activity, pauses) -> result.pauses(activity, pauses));
    }

    private void course(int drivers, int open, long pause, int count) {
        newCourse(drivers, open, pause).run(take(count), count);
        awaitQuiet();
    }

    private Course newCourse(int drivers, int open, long pause) {
        return new Course(contender, observer, drivers, open, pause);
    }

    private int take(int count) {
        next += count;
        return next - count;
    }

    private void awaitQuiet() {
        long begin = System.nanoTime();
        while (meter.number(contender.leftToDo()) > 0) {
            if (System.nanoTime() - begin > LONGEST_REST.toNanos()) {
                throw new IllegalStateException("Something is left to be done, and nobody does it");
            }
            Meter.sleep(Duration.ofMillis(20));
        }
    }

    /** How many orders a run needs in all. */
    static int ordersInAll(Map<String, String> settings) {
        return List.of("warm-up", "orders", "profiled-orders", "idle-orders").stream()
                .mapToInt(name -> Integer.parseInt(settings.get(name)))
                .sum();
    }
}

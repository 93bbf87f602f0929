package be.belnet.orderdesk.benchmark;

import be.belnet.orderdesk.benchmark.growth.Costs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Starts Orderdesk and Camunda's starter in turn, and weighs them. */
public final class StartUp {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LOAD = Duration.ofSeconds(30);
    private static final int READERS = 4;
    /** One part with G1, two generations with the serial collector; metaspace is none. */
    private static final Pattern PART_OF_HEAP = Pattern.compile("(?:generation|heap) +total \\d+K, used (\\d+)K");

    private final Path work = Path.of("target", "start-up").toAbsolutePath();
    private final Path starter = Settings.path("starter");
    private final Map<Kind, List<Weight>> weights = new EnumMap<>(Kind.class);

    private StartUp() {}

    private enum Kind {
        ORDERDESK("Orderdesk, PostgreSQL"),
        STARTER("Camunda's starter, PostgreSQL"),
        STARTER_H2("Camunda's starter, H2 in memory");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    /**
     * One life of a process.
     *
     * @param first seconds to the log-in page on an empty database
     * @param again seconds to the log-in page on the tables of the life before
     * @param idleMemory resident, MB
     * @param idleHeap in use after a collection, MB
     */
    private record Weight(
            double first, double again, double idleMemory, double idleHeap, double busyMemory, double busyHeap) {}

    public static void main(String[] arguments) throws Exception {
        new StartUp().run();
    }

    private void run() throws Exception {
        Files.createDirectories(work);
        Installed orderdesk = Installed.in(
                work.resolve("orderdesk").toAbsolutePath(), Settings.path("jar"), work.resolve("install.log"));
        try (Postgres postgres = new Postgres(Files.createTempDirectory("orderdesk-benchmark"))) {
            for (int round = 1; round <= Settings.number("rounds"); round++) {
                for (Kind kind : Kind.values()) {
                    Weight weight = weigh(kind, kind.name().toLowerCase(Locale.ROOT) + round, postgres, orderdesk);
                    weights.computeIfAbsent(kind, any -> new ArrayList<>()).add(weight);
                    System.out.println("Round " + round + ": " + kind.title + " " + weight);
                }
            }
        }
        write();
    }

    private Weight weigh(Kind kind, String name, Postgres postgres, Installed orderdesk) throws Exception {
        if (kind == Kind.ORDERDESK) {
            postgres.createForProduction(name);
        } else {
            postgres.create(name);
        }
        int port = Sandbox.freePort();
        double first;
        try (Jvm life = start(kind, name, port, postgres, orderdesk)) {
            first = awaitUp(kind, port, life);
        }
        try (Jvm life = start(kind, name, port, postgres, orderdesk)) {
            double again = awaitUp(kind, port, life);
            Meter.sleep(IDLE);
            double idleMemory = resident(life.pid());
            double idleHeap = heap(life.pid());
            load(kind, port);
            double busyMemory = resident(life.pid());
            return new Weight(first, again, idleMemory, idleHeap, busyMemory, heap(life.pid()));
        } finally {
            postgres.drop(name);
        }
    }

    private Jvm start(Kind kind, String name, int port, Postgres postgres, Installed orderdesk) throws IOException {
        Path log = work.resolve(name + ".log");
        if (kind == Kind.ORDERDESK) {
            return orderdesk.start(log, Installed.settings(postgres, name, port, Sandbox.freePort()));
        }
        List<String> arguments = new ArrayList<>(List.of("--server.port=" + port));
        if (kind == Kind.STARTER) {
            arguments.add("--spring.datasource.url=" + postgres.verifiedUrl(name));
            arguments.add("--spring.datasource.username=" + Postgres.USER);
        }
        return Jvm.jar(log, Settings.text("heap"), starter, arguments);
    }

    private static Site site(Kind kind, int port) {
        return kind == Kind.ORDERDESK ? Site.orderdesk(port) : Site.starter(port);
    }

    /** Seconds since the process began. */
    private static double awaitUp(Kind kind, int port, Jvm life) throws InterruptedException {
        Site site = site(kind, port);
        long begin = System.nanoTime();
        while (!site.isUp()) {
            life.requireAlive();
            if (System.nanoTime() - begin > LONGEST_START.toNanos()) {
                throw new IllegalStateException(kind.title + " does not start");
            }
            Meter.sleep(Duration.ofMillis(20));
        }
        return (System.nanoTime() - life.begun()) / 1e9;
    }

    private static void load(Kind kind, int port) throws InterruptedException {
        long end = System.nanoTime() + LOAD.toNanos();
        List<Thread> readers = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            Thread thread = new Thread(() -> {
                try {
                    Site site = site(kind, port);
                    site.signIn();
                    while (System.nanoTime() < end) {
                        site.read();
                    }
                } catch (IOException | InterruptedException | RuntimeException failed) {
                    synchronized (failures) {
                        failures.add(failed);
                    }
                }
            });
            readers.add(thread);
            thread.start();
        }
        for (Thread reader : readers) {
            reader.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.get(0));
        }
    }

    private static double resident(long process) throws IOException {
        try (Stream<String> facts = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return facts.filter(fact -> fact.startsWith("VmRSS:"))
                    .mapToDouble(fact -> Double.parseDouble(fact.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** In use after a collection, as the JVM tells of itself. */
    private static double heap(long process) throws IOException, InterruptedException {
        ask(process, "GC.run");
        String answer = ask(process, "GC.heap_info");
        List<MatchResult> parts = PART_OF_HEAP.matcher(answer).results().toList();
        if (parts.isEmpty()) {
            throw new IllegalStateException(answer);
        }
        return parts.stream()
                        .mapToDouble(part -> Double.parseDouble(part.group(1)))
                        .sum()
                / 1024;
    }

    private static String ask(long process, String command) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process),
                        command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(asked.getInputStream().readAllBytes());
        asked.waitFor();
        return answer;
    }

    private void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# Start-up and size, " + LocalDate.now(),
                "",
                Report.machine(),
                "Seconds from the start of the process to the log-in page, on an empty database and on the one of the start"
                        + " before; MB resident, and of heap in use after a collection, after " + IDLE.toSeconds()
                        + " idle seconds and after " + LOAD.toSeconds() + " with " + READERS
                        + " readers. Heap " + Settings.text("heap") + "; median of " + Settings.text("rounds")
                        + " rounds [least–most].",
                "",
                "| | first start s | start s | idle MB | idle heap MB | busy MB | busy heap MB |",
                "|---|---:|---:|---:|---:|---:|---:|"));
        weights.forEach((kind, measured) -> lines.add("| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        kind.title,
                        spread(measured, "%.1f", Weight::first),
                        spread(measured, "%.1f", Weight::again),
                        spread(measured, "%.0f", Weight::idleMemory),
                        spread(measured, "%.0f", Weight::idleHeap),
                        spread(measured, "%.0f", Weight::busyMemory),
                        spread(measured, "%.0f", Weight::busyHeap))));
        lines.add("");
        lines.add(verdict("starts no slower than the starter on the same database", 1, Weight::again));
        lines.add(verdict("idle, at most 1.2 times its memory", 1.2, Weight::idleMemory));
        String text = String.join("\n", lines) + "\n";
        System.out.println(text);
        Path folder = Files.createDirectories(Path.of("results"));
        Files.writeString(folder.resolve(LocalDate.now() + "-start-up.md"), text);
        Properties memory = new Properties();
        memory.setProperty(
                "node.memory",
                String.valueOf(Spread.of(weights.get(Kind.ORDERDESK), Weight::busyMemory)
                        .median()));
        Costs.note(folder.resolve("costs.properties"), memory);
    }

    private String verdict(String what, double times, ToDoubleFunction<Weight> value) {
        return Report.verdict(
                what,
                Spread.of(weights.get(Kind.ORDERDESK), value).median(),
                times * Spread.of(weights.get(Kind.STARTER), value).median());
    }

    private static String spread(List<Weight> weights, String format, ToDoubleFunction<Weight> value) {
        return Spread.of(weights, value).text(format);
    }
}

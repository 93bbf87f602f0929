package be.belnet.orderdesk.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Runs all contenders in turn, some times over, and writes what came out. */
public final class Benchmark {
    private static final List<String> HANDED_ON =
            List.of("orders", "warm-up", "drivers", "open", "idle-orders", "idle-seconds", "profiled-orders", "seed");

    private static final List<Path> MODELS =
            List.of(Path.of("bams", "bams-order.bpmn"), Path.of("shared", "contract-signature.bpmn"));

    private final Path work = Path.of("target", "orders").toAbsolutePath();
    private final Path jar = Settings.path("jar");
    private final int rounds = Settings.number("rounds");
    private final List<Launch> contenders = Stream.of(
                    Settings.text("contenders").split(","))
            .map(name -> Launch.valueOf(name.strip().toUpperCase(Locale.ROOT)))
            .toList();
    private final Map<Launch, List<Result>> results = new EnumMap<>(Launch.class);

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        new Benchmark().run();
    }

    private void run() throws Exception {
        Files.createDirectories(work);
        try (Postgres postgres = new Postgres(Files.createTempDirectory("orderdesk-benchmark"))) {
            for (int round = 1; round <= rounds; round++) {
                for (Launch contender : contenders) {
                    run(postgres, contender, round);
                }
            }
        }
        requireSamePath();
        Report report = new Report(results, contenders);
        System.out.println(report.text());
        Path folder = Path.of("results");
        System.out.println("Written to " + report.write(folder));
        report.noteCosts(folder);
    }

    private void run(Postgres postgres, Launch contender, int round) throws Exception {
        String name = contender.name().toLowerCase(Locale.ROOT) + round;
        Path result = work.resolve(name + ".result");
        postgres.create(name);
        Map<String, String> settings = settings(postgres, contender, name, result, round);
        if (contender == Launch.ORDERDESK) {
            runOrderdesk(postgres, name, settings);
        } else {
            runEngine(contender, name, settings);
        }
        postgres.drop(name);
        Result measured = Result.read(result);
        results.computeIfAbsent(contender, any -> new ArrayList<>()).add(measured);
        System.out.printf(Locale.ROOT, "Round %d: %s%n", round, Report.line(contender, measured));
    }

    private Map<String, String> settings(Postgres postgres, Launch contender, String database, Path result, int round)
            throws Exception {
        Map<String, String> settings = new HashMap<>();
        HANDED_ON.forEach(name -> settings.put(name, Settings.text(name)));
        if (contender != Launch.ORDERDESK) {
            settings.put("profiled-orders", "0");
        }
        settings.put("url", postgres.url(database));
        settings.put("admin", postgres.adminUrl(database));
        settings.put("postmaster", String.valueOf(postgres.postmaster()));
        settings.put("result", result.toString());
        settings.put("thorough", String.valueOf(round == rounds));
        settings.put("customers", String.valueOf(Runner.ordersInAll(settings)));
        return settings;
    }

    private void runEngine(Launch contender, String name, Map<String, String> settings) throws Exception {
        if (contender.runsEmptyModel()) {
            Path models = work.resolve("models-" + contender.name().toLowerCase(Locale.ROOT));
            for (Path model : MODELS) {
                Model.derive(
                        Path.of("..", "processes").resolve(model),
                        models.resolve(model.getFileName()),
                        contender.dialect());
            }
            settings.put("models", models.toString());
        }
        try (Jvm jvm = new Jvm(log(name), heap(), contender.classPath(), settings, contender.main(), List.of())) {
            jvm.await();
        }
    }

    private void runOrderdesk(Postgres postgres, String name, Map<String, String> settings) throws Exception {
        try (Sandbox sandbox = new Sandbox(jar, log(name + "-sandbox"))) {
            settings.put("sandbox", String.valueOf(sandbox.pid()));
            settings.put("loader.main", Launch.ORDERDESK.main());
            settings.put("loader.path", Launch.classes());
            List<String> arguments = new ArrayList<>(sandbox.settings());
            arguments.add("--server.port=0");
            arguments.addAll(Launch.orderdesk(postgres, name));
            try (Jvm jvm = new Jvm(log(name), heap(), List.of(jar.toString()), settings, Launch.LAUNCHER, arguments)) {
                jvm.await();
            }
        }
    }

    /** A comparison of different ways would mean nothing. */
    private void requireSamePath() {
        List<String> paths = results.entrySet().stream()
                .filter(entry -> entry.getKey() != Launch.JDBC)
                .flatMap(entry -> entry.getValue().stream().map(result -> result.text("path")))
                .distinct()
                .toList();
        if (paths.size() > 1) {
            throw new IllegalStateException("The contenders took different ways:\n" + String.join("\n", paths));
        }
    }

    private Path log(String name) {
        return work.resolve(name + ".log");
    }

    private static String heap() {
        return Settings.text("heap");
    }
}

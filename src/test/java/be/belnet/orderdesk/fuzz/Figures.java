package be.belnet.orderdesk.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a parser fared.
 *
 * @param took for all inputs
 * @param slowest single input
 */
record Figures(String name, long inputs, Duration took, long refused, int failures, Duration slowest) {
    /** A table in a file. */
    static String report(Path file, String title, long seed, List<Figures> all) throws IOException {
        long inputs = all.stream().mapToLong(Figures::inputs).sum();
        int failures = all.stream().mapToInt(Figures::failures).sum();
        String table = all.stream()
                .sorted(Comparator.comparing(Figures::name))
                .map(Figures::row)
                .collect(Collectors.joining(
                        "\n",
                        "| Parser | Inputs | A second | Refused | Failures | Slowest |\n|---|--:|--:|--:|--:|--:|\n",
                        "\n"));
        String report =
                "# %s\n\nSeed %d; %,d inputs, %d failures.\n\n%s".formatted(title, seed, inputs, failures, table);
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        return report;
    }

    private String row() {
        double seconds = Math.max(0.001, took.toNanos() / 1e9);
        return "| %s | %,d | %,.0f | %.1f %% | %d | %d ms |"
                .formatted(
                        name,
                        inputs,
                        inputs / seconds,
                        100.0 * refused / Math.max(1, inputs),
                        failures,
                        slowest.toMillis());
    }
}

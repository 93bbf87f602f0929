package be.belnet.orderdesk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every fault of a run with its size, figures and seed: {@code target/faults/report.md}. */
final class Report {
    private static final List<String> ROWS = new ArrayList<>();
    private static final List<String> LISTS = new ArrayList<>();
    private static final String HEAD = """
            # Fault suite

            Tier %s, %s nodes.

            | Fault | Disturbances | Accepted | Completed | Parked | Lost | Doubles | Mails (repeated) | Drained in | Notes | Seed | Verdict |
            |---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    private Report() {}

    static void row(String fault, String disturbances, Audit audit, String drained, String notes) {
        row(fault, disturbances, audit, drained, notes, "");
    }

    /**
     * For a fault that itself brings something about that would not hold otherwise: all of it is listed below the table.
     *
     * @param expected the invariant
     */
    static synchronized void row(
            String fault, String disturbances, Audit audit, String drained, String notes, String expected) {
        list(fault, expected, audit.breaches().getOrDefault(expected, List.of()));
        row("| %s | %s | %d | %d | %d | %d | %d | %d (%d) | %s | %s | %d | %s |"
                .formatted(
                        fault,
                        disturbances,
                        audit.accepted(),
                        audit.completed(),
                        audit.parked().size(),
                        audit.lost().size(),
                        audit.doubles().size(),
                        audit.mails(),
                        audit.repeatedMails(),
                        drained,
                        notes,
                        Sizes.SEED,
                        audit.breachesBut(expected).isEmpty() ? "holds" : "**" + line(audit.complaints()) + "**"));
    }

    private static void list(String fault, String expected, List<String> differences) {
        if (!differences.isEmpty()) {
            LISTS.add("\n## %s: %s (%d)\n\n".formatted(fault, expected, differences.size())
                    + differences.stream().map(one -> "- " + line(one) + "\n").collect(Collectors.joining()));
        }
    }

    /** For a fault without orders. */
    static synchronized void row(String fault, String disturbances, String notes, boolean holds) {
        row("| %s | %s | – | – | – | – | – | – | – | %s | %d | %s |"
                .formatted(fault, disturbances, notes, Sizes.SEED, holds ? "holds" : "**does not hold**"));
    }

    private static void row(String row) {
        System.out.println(row);
        ROWS.add(row);
        String head = HEAD.formatted(Sizes.full() ? "full" : "small", Sizes.plain() ? "plain" : "protected");
        try {
            Files.createDirectories(Site.REPORTS);
            Files.writeString(
                    Site.REPORTS.resolve("report.md"), head + String.join("\n", ROWS) + "\n" + String.join("", LISTS));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String line(String text) {
        return text.replace("\n", "<br>").replace("|", "/");
    }
}

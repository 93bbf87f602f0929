package be.belnet.orderdesk.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of {@code docs/permissions.md}: one under each heading, the acts down, the roles across. */
class PermissionTables {
    private static final Path DOCUMENT = Path.of("docs/permissions.md");
    private static final Path FOUND = Path.of("target/permissions");

    private PermissionTables() {}

    /** Rows as they stand in the document, by act. */
    static Map<String, String> expected(String heading) {
        Map<String, String> rows = new LinkedHashMap<>();
        boolean here = false;
        for (String line : read()) {
            if (line.startsWith("## ")) {
                here = line.equals("## " + heading);
            } else if (here && line.startsWith("| `")) {
                rows.put(line.substring(3, line.indexOf('`', 3)), line.strip());
            }
        }
        return rows;
    }

    /** Rows as they were found, by act; they are left in {@code target/permissions} for whoever changes the document. */
    static Map<String, String> found(String heading, Map<String, List<String>> cells) {
        Map<String, String> rows = new LinkedHashMap<>();
        cells.forEach((act, found) -> {
            String name = act.replace("|", "\\|");
            rows.put(name, "| `" + name + "` | " + String.join(" | ", found) + " |");
        });
        try {
            Files.createDirectories(FOUND);
            Files.write(FOUND.resolve(heading.replace(' ', '-') + ".md"), new ArrayList<>(rows.values()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return rows;
    }

    private static List<String> read() {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            return lines.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

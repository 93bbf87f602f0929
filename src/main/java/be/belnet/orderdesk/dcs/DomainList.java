package be.belnet.orderdesk.dcs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads domains as people write and export them: one a line, of a table the first column. */
public final class DomainList {
    /** More is no list that a person looks through. */
    public static final int MOST = 2000;

    private DomainList() {}

    /**
     * What was read, and the lines that are none.
     *
     * @param domains in the order written, each once, a wildcard after its domain; empty lines count for nothing
     */
    public record Reading(List<Domain> domains, List<Line> refused) {}

    /**
     * @param number from 1, empty lines counted
     * @param text as written, without blanks around it
     */
    public record Line(int number, String text) {
        String firstColumn() {
            return text.split("[,;\\t]", 2)[0].replace("\"", "").strip();
        }
    }

    public static Reading read(String text) {
        return read(lines(text));
    }

    /** As {@link #read} takes it. */
    public static String write(List<Domain> domains) {
        return domains.stream().map(Domain::name).collect(Collectors.joining("\n"));
    }

    static Reading read(List<Line> lines) {
        Set<Domain> domains = new LinkedHashSet<>();
        List<Line> refused = new ArrayList<>();
        for (Line line : lines) {
            try {
                Domain domain = new Domain(line.firstColumn());
                domains.add(domain.base());
                domains.add(domain);
            } catch (IllegalArgumentException none) {
                refused.add(line);
            }
        }
        return new Reading(List.copyOf(domains), refused);
    }

    /** Those that hold something. */
    static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (!line.isEmpty()) {
                lines.add(new Line(number, line));
            }
        }
        return lines;
    }
}

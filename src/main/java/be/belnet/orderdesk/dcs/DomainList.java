package be.belnet.orderdesk.dcs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads domains as people write and export them: one a line, of a table the first column. */
public final class DomainList {
    private DomainList() {}

    /**
     * What was read, and the lines that are none.
     *
     * @param domains in the order written, each once, a wildcard after its domain; empty lines count for nothing
     * @param refused lines as written
     */
    public record Reading(List<Domain> domains, List<String> refused) {}

    public static Reading read(String text) {
        Set<Domain> domains = new LinkedHashSet<>();
        List<String> refused = new ArrayList<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            try {
                Domain domain = new Domain(firstColumn(line));
                domains.add(domain.base());
                domains.add(domain);
            } catch (IllegalArgumentException none) {
                refused.add(line);
            }
        });
        return new Reading(List.copyOf(domains), refused);
    }

    /** As {@link #read} takes it. */
    public static String write(List<Domain> domains) {
        return domains.stream().map(Domain::name).collect(Collectors.joining("\n"));
    }

    private static String firstColumn(String line) {
        return line.split("[,;\\t]", 2)[0].replace("\"", "").strip();
    }
}

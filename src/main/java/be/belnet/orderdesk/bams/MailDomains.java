package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.host.HostName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads mail domains as people write them: one a line, each with the mail host behind it. */
public final class MailDomains {
    private MailDomains() {}

    /**
     * What was read, and the lines that are none.
     *
     * @param domains in the order written, each name in lower case and with A-labels; empty lines count for nothing
     * @param refused lines as written: no domain, no host, an IP address, a domain named twice
     */
    public record Reading(List<ProtectedDomain> domains, List<String> refused) {}

    public static Reading read(String text) {
        List<ProtectedDomain> domains = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            Optional<ProtectedDomain> domain = line(line).filter(read -> domains.stream()
                    .noneMatch(earlier -> earlier.domain().equals(read.domain())));
            domain.ifPresentOrElse(domains::add, () -> refused.add(line));
        });
        return new Reading(domains, refused);
    }

    /** As {@link #read} takes it. */
    public static String write(List<ProtectedDomain> domains) {
        return String.join(
                "\n", domains.stream().map(d -> d.domain() + " " + d.mailHost()).toList());
    }

    private static Optional<ProtectedDomain> line(String line) {
        String[] words = line.split("[\\s,;]+");
        return words.length != 2
                ? Optional.empty()
                : HostName.read(words[0])
                        .flatMap(domain -> HostName.read(words[1]).map(host -> new ProtectedDomain(domain, host)));
    }
}

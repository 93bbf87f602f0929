package be.belnet.orderdesk.bams;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads mail domains as people write them: one a line, each with the mail host behind it. */
public final class MailDomains {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");
    private static final int LONGEST = 253;

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
                : name(words[0]).flatMap(domain -> name(words[1]).map(host -> new ProtectedDomain(domain, host)));
    }

    private static Optional<String> name(String written) {
        try {
            String name = IDN.toASCII(written.toLowerCase(Locale.ROOT), IDN.USE_STD3_ASCII_RULES);
            String[] labels = name.split("\\.", -1);
            boolean valid = name.length() <= LONGEST
                    && labels.length >= 2
                    && !ADDRESS.matcher(name).matches();
            for (String label : labels) {
                valid &= LABEL.matcher(label).matches();
            }
            return valid && !labels[labels.length - 1].matches("[0-9]+") ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}

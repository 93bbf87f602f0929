package be.belnet.orderdesk.dns;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A name that may be looked up: two labels at least, no address.
 *
 * @param text in lower case, as DNS has it (A-labels), without a dot at its end
 */
public record DomainName(String text) {
    private static final int LONGEST = 253;
    private static final Pattern LABELS =
            Pattern.compile("([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    /** @throws IllegalArgumentException when it is no such name */
    public DomainName {
        if (text == null || text.length() > LONGEST || !LABELS.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a domain name");
        }
    }

    /**
     * As people write it: in any case and script, with or without a dot at its end.
     *
     * @throws IllegalArgumentException when it is no such name
     */
    public static DomainName of(String written) {
        var plain = written.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return new DomainName(plain.chars().allMatch(sign -> sign < 128) ? plain : IDN.toASCII(plain));
    }

    /** The name itself and all above it, down to those of so many labels. */
    List<String> climbing(int fewestLabels) {
        var labels = List.of(text.split("\\."));
        return IntStream.rangeClosed(0, labels.size() - fewestLabels)
                .mapToObj(from -> String.join(".", labels.subList(from, labels.size())))
                .toList();
    }

    @Override
    public String toString() {
        return text;
    }
}

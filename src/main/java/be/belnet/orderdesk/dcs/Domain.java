package be.belnet.orderdesk.dcs;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A domain that certificates are for, such as {@code example.be}, or the wildcard of one, {@code *.example.be}.
 *
 * @param name lower case, with A-labels, no dot at the end
 */
public record Domain(String name) {
    private static final String WILDCARD = "*.";
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int LONGEST = 253;

    /** @throws IllegalArgumentException when it is no domain name, has fewer than two labels or is an IP address */
    public Domain {
        name = name.strip();
        boolean wildcard = name.startsWith(WILDCARD);
        String base = base(wildcard ? name.substring(WILDCARD.length()) : name);
        name = wildcard ? WILDCARD + base : base;
    }

    public boolean isWildcard() {
        return name.startsWith(WILDCARD);
    }

    /** The domain itself: what the CA validates for its wildcard too. */
    public Domain base() {
        return isWildcard() ? new Domain(name.substring(WILDCARD.length())) : this;
    }

    public Domain wildcard() {
        return isWildcard() ? this : new Domain(WILDCARD + name);
    }

    @Override
    public String toString() {
        return name;
    }

    private static String base(String written) {
        String name = IDN.toASCII(written.toLowerCase(Locale.ROOT), IDN.USE_STD3_ASCII_RULES);
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        List<String> labels = List.of(plain.split("\\.", -1));
        if (plain.length() > LONGEST
                || labels.size() < 2
                || DIGITS.matcher(labels.get(labels.size() - 1)).matches()) {
            throw new IllegalArgumentException("Not a domain: " + written);
        }
        if (!labels.stream().allMatch(label -> LABEL.matcher(label).matches())) {
            throw new IllegalArgumentException("Not a domain: " + written);
        }
        return plain;
    }
}

package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.host.HostName;

/**
 * A domain that certificates are for, such as {@code example.be}, or the wildcard of one, {@code *.example.be}.
 *
 * @param name lower case, with A-labels, no dot at the end
 */
public record Domain(String name) {
    private static final String WILDCARD = "*.";

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
        String plain = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        return HostName.read(plain).orElseThrow(() -> new IllegalArgumentException("Not a domain: " + written));
    }
}

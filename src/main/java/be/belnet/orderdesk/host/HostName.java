package be.belnet.orderdesk.host;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of hosts and domains as DNS has them: two labels at least, no dot at the end; an IP address is none. */
public final class HostName {
    private static final int LONGEST = 253;
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private HostName() {}

    /**
     * The name in lower case and with A-labels.
     *
     * @param written in any case and script
     * @return empty when it is no such name
     */
    public static Optional<String> read(String written) {
        try {
            String name = IDN.toASCII(written.toLowerCase(Locale.ROOT), IDN.USE_STD3_ASCII_RULES);
            return name.length() <= LONGEST && NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}

package be.belnet.sandbox.openstack;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The version of Nova's contract a call asks for; 2.1 unless it says so. */
record Microversion(int minor) {
    static final int OLDEST = 1;
    static final int NEWEST = 93;

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    static Microversion of(HttpServletRequest request) {
        var header = request.getHeader("OpenStack-API-Version");
        if (header != null && header.startsWith("compute ")) {
            return parse(header.substring("compute ".length()).trim());
        }
        var older = request.getHeader("X-OpenStack-Nova-API-Version");
        return older == null ? new Microversion(OLDEST) : parse(older.trim());
    }

    boolean atLeast(int minor) {
        return this.minor >= minor;
    }

    @Override
    public String toString() {
        return "2." + minor;
    }

    private static Microversion parse(String version) {
        if (version.equals("latest")) {
            return new Microversion(NEWEST);
        }
        var parts = VERSION.matcher(version);
        if (!parts.matches()) {
            throw OpenStackError.badRequest(
                    "API Version String " + version + " is of invalid format. Must be of format MajorNum.MinorNum.");
        }
        if (!parts.group(1).equals("2") || parts.group(2).length() > 4 || !offered(parts.group(2))) {
            throw OpenStackError.nova(
                    406,
                    "computeFault",
                    "Version %s is not supported by the API. Minimum is 2.%d and maximum is 2.%d."
                            .formatted(version, OLDEST, NEWEST));
        }
        return new Microversion(Integer.parseInt(parts.group(2)));
    }

    private static boolean offered(String minor) {
        var number = Integer.parseInt(minor);
        return number >= OLDEST && number <= NEWEST;
    }
}

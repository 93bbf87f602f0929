package be.belnet.orderdesk.production;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/** When a value is fit for production. */
class Values {
    private static final List<String> OF_A_LAPTOP =
            List.of("apiuser", "apipass", "devkey", "u", "p", "secret", "sandbox-appliance", "servicedesk");
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(1[2-9]|2\\d|3[01])\\$[./A-Za-z0-9]{53}");
    private static final Pattern OF_AN_EXAMPLE =
            Pattern.compile("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+|(?i:2001:db8:.*)");
    private static final int LONG_ENOUGH = 32;

    private Values() {}

    static Predicate<String> is(String... fit) {
        return Set.of(fit)::contains;
    }

    static boolean isTrue(String value) {
        return value.equalsIgnoreCase("true");
    }

    /** Off where nothing is set. */
    static boolean isOff(String value) {
        return value.isBlank() || value.equalsIgnoreCase("false");
    }

    static boolean isSet(String value) {
        return !value.isBlank();
    }

    /** Of a machine that is not this one, and not the sandbox's. */
    static boolean isElsewhere(String value) {
        return isSet(value) && !value.contains("127.0.0.1") && !value.contains("localhost") && !value.contains("[::1]");
    }

    static boolean isHttps(String value) {
        return value.startsWith("https://") && isElsewhere(value);
    }

    /** Neither the sandbox's nor one that stands in the settings that everybody can read. */
    static boolean isOwn(String value) {
        return isElsewhere(value) && !OF_A_LAPTOP.contains(value) && !value.startsWith("sandbox-");
    }

    /** An own one, and none of the examples. */
    static boolean isOwnAddress(String value) {
        return isOwn(value) && !value.endsWith(".example");
    }

    static boolean signs(String value) {
        return isOwn(value) && value.length() >= LONG_ENOUGH;
    }

    /** An own one that nobody guesses. */
    static boolean isLong(String value) {
        return isOwn(value) && value.length() >= LONG_ENOUGH / 2;
    }

    /** Made with 12 rounds or more. */
    static boolean isBcrypt(String value) {
        return BCRYPT.matcher(value).matches();
    }

    /** Nobody but those who reach one address of the machine. */
    static boolean isOneAddress(String value) {
        return isSet(value) && !Set.of("0.0.0.0", "::", "[::]").contains(value);
    }

    /** The sandbox's resolver is told by its port: a resolver of the machine itself is fit. */
    static boolean isResolver(String value) {
        return isSet(value) && !value.contains(":3053");
    }

    /** For other machines: addresses that are kept for documents (RFC 5737, RFC 3849) answer nobody. */
    static boolean areNameServers(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .allMatch(server ->
                        isElsewhere(server) && !OF_AN_EXAMPLE.matcher(server).matches());
    }

    static boolean verifiesTheDatabase(String url) {
        return url.startsWith("jdbc:postgresql:")
                && url.matches(".*[?&]sslmode=verify-full(&.*)?")
                && !namesWhoSignsIn(url);
    }

    /** Which would win over the settings of user and password. */
    private static boolean namesWhoSignsIn(String url) {
        return url.matches(".*[?&](user|password)=.*");
    }

    static boolean isOnly(String value, Set<String> fit) {
        return Arrays.stream(value.split(",")).map(String::strip).allMatch(fit::contains);
    }

    static boolean isBetween(String value, int least, int most) {
        return value.matches("\\d{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }

    static boolean isAtMost(String value, Duration most) {
        try {
            Duration duration = DurationStyle.detectAndParse(value);
            return duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(most) <= 0;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Whether a setting is there at all. */
    static Predicate<Environment> given(String setting) {
        return settings -> isSet(settings.getProperty(setting, ""));
    }

    static Predicate<Environment> set(String setting, String value) {
        return settings -> value.equalsIgnoreCase(settings.getProperty(setting, ""));
    }
}

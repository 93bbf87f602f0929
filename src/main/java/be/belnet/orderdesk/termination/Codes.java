package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.notice.Notice.Channel;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How forms, the database and the decision table write the words of a notice: in camel case. */
public final class Codes {
    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

    private Codes() {}

    /** REGISTERED_LETTER becomes registeredLetter. */
    public static String of(Enum<?> word) {
        String[] parts = word.name().toLowerCase(Locale.ROOT).split("_");
        return parts[0] + Stream.of(parts).skip(1).map(Codes::capitalised).collect(Collectors.joining());
    }

    /** @throws IllegalArgumentException when no channel has this code */
    public static Channel channel(String code) {
        return Channel.valueOf(CAPITAL.matcher(code).replaceAll("_$1").toUpperCase(Locale.ROOT));
    }

    private static String capitalised(String part) {
        return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
    }
}

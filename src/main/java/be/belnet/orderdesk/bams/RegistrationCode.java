package be.belnet.orderdesk.bams;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The code that registers a licence: five groups of letters and digits, the last of six, the others of five
 * (fortinet.md, section 4).
 */
public record RegistrationCode(String value) {
    private static final Pattern GROUPS = Pattern.compile("([A-Z0-9]{5}-){4}[A-Z0-9]{6}");

    /** @throws IllegalArgumentException when it is none; blanks and lower case are people's and do not matter */
    public RegistrationCode {
        value = value.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!GROUPS.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a registration code");
        }
    }

    /** Never the code itself: whoever has it can register it. */
    @Override
    public String toString() {
        return "RegistrationCode[…]";
    }
}

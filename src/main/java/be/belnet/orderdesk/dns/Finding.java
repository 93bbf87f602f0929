package be.belnet.orderdesk.dns;

import org.springframework.context.MessageSourceResolvable;

/**
 * One thing that was seen.
 *
 * @param at the name or address looked at
 * @param seen what stands there, as strangers wrote it, on one line and not long; empty where nothing does
 * @param expected what should stand there, or be so; empty where the kind says it all
 */
public record Finding(FindingKind kind, String at, String seen, String expected) implements MessageSourceResolvable {
    private static final int LONGEST = 200;

    public Finding {
        seen = plain(seen);
    }

    static Finding of(FindingKind kind, String at) {
        return new Finding(kind, at, "", "");
    }

    /** In words: {@code messageSource.getMessage(finding, locale)}. Whoever prints them escapes them. */
    @Override
    public String[] getCodes() {
        return new String[] {"dns.finding." + kind.code()};
    }

    @Override
    public Object[] getArguments() {
        return new Object[] {at, seen, expected};
    }

    private static String plain(String text) {
        var line = text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}

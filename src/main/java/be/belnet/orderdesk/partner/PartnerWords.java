package be.belnet.orderdesk.partner;

/** A partner's words, made fit for staff and one line of a log: no control characters, at most 300 characters. */
public final class PartnerWords {
    private static final int LONGEST = 300;

    private PartnerWords() {}

    /** Says so when there are none. */
    public static String of(String text) {
        if (text == null || text.isBlank()) {
            return "no reason given";
        }
        var line = text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}

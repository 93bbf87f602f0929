package be.belnet.orderdesk.intake;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells what somebody wrote from what they answer to or pass on. */
final class Quotes {
    /** Where mail programs say that the rest is somebody else's: in four languages, on one line or broken in two. */
    private static final Pattern REST = Pattern.compile("(?imu)^[ \\t]*(?:"
            + "-{2,}[ \\t]*(?:original message|oorspronkelijk bericht|message d.origine|message original"
            + "|urspr.ngliche nachricht|forwarded message|doorgestuurd bericht|message transf.r.|weitergeleitete nachricht)"
            + "|_{20,}[ \\t]*$"
            + "|on\\b[^\\n]{4,200}\\n?[^\\n]{0,80}\\bwrote[ \\t]*:"
            + "|op\\b[^\\n]{4,200}\\n?[^\\n]{0,80}\\b(?:schreef\\b[^\\n]{0,120}|geschreven)[ \\t]*:"
            + "|le\\b[^\\n]{4,200}\\n?[^\\n]{0,80}\\ba .crit[\\s\\u00a0]*:"
            + "|am\\b[^\\n]{4,200}\\n?[^\\n]{0,80}\\bschrieb\\b[^\\n]{0,120}:"
            + "|(?:from|van|de|von)[ \\u00a0]?:[^\\n]{1,300}\\n[ \\t]*(?:sent|verzonden|envoy.|gesendet|date|datum|to|aan|.|an)[ \\u00a0]?:"
            + ")");

    private Quotes() {}

    /** The text without lines that quote and without what stands below the answer. */
    static String without(String text) {
        var rest = REST.matcher(text);
        String above = rest.find() ? text.substring(0, rest.start()) : text;
        return above.lines()
                .filter(line -> !line.stripLeading().startsWith(">"))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}

package be.belnet.orderdesk.correspondence;

import java.text.Normalizer;
import java.util.Set;

/** Makes text from outside fit to print: what cannot be seen is left out, so nothing can hide or turn around. */
public final class PlainText {
    private static final Set<Integer> INVISIBLE = Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0);

    private PlainText() {}

    /** The text without control, bidi, zero-width and private characters; line feeds stay. Empty for null. */
    public static String of(String text) {
        var kept = new StringBuilder();
        Normalizer.normalize(text == null ? "" : text.replace("\r\n", "\n"), Normalizer.Form.NFC)
                .codePoints()
                .map(PlainText::whitespace)
                .filter(PlainText::isVisible)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** As {@link #of}, on one line. */
    public static String line(String text) {
        return of(text).replace('\n', ' ');
    }

    /** Whether the text holds line breaks or other control characters. */
    static boolean hasControls(String text) {
        return text.codePoints()
                .anyMatch(point -> Character.isISOControl(point)
                        || Character.getType(point) == Character.LINE_SEPARATOR
                        || Character.getType(point) == Character.PARAGRAPH_SEPARATOR);
    }

    private static int whitespace(int point) {
        return switch (Character.getType(point)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
            case Character.SPACE_SEPARATOR -> point == 0xA0 || point == 0x202F ? point : ' ';
            default -> point == '\t' || point == '\r' ? ' ' : point;
        };
    }

    private static boolean isVisible(int point) {
        return point == '\n' || !(isHidden(Character.getType(point)) || INVISIBLE.contains(point) || isSelector(point));
    }

    private static boolean isHidden(int type) {
        return switch (type) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static boolean isSelector(int point) {
        return point >= 0xFE00 && point <= 0xFE0F
                || point >= 0x180B && point <= 0x180F
                || point >= 0xE0100 && point <= 0xE01EF;
    }
}

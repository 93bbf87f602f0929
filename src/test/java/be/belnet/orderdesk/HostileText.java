package be.belnet.orderdesk;

import java.util.List;

/** What attackers type, in pieces, and what a reader may see of it. */
public enum HostileText {
    /** Would be part of the page: run, fetched, followed. */
    MARKUP(
            "<b>bold</b>",
            "<script>alert(1)</script>",
            "<img src=\"file:///etc/passwd\"/>",
            "<a href=\"file:///etc/passwd\">a</a>",
            "&#x202e;"),

    /** Would be computed, or end what it stands in. */
    TEMPLATES(
            "]]>",
            "${7*7}",
            "[[${7*7}]]",
            "{{7*7}}",
            "<img src=file:///etc/passwd>",
            "<script>alert(1)</script>",
            "<u th:text=\"${7*7}\">"),

    /** Would hide something or turn it around; only the letters are to be seen. */
    INVISIBLE("a\u202E", "b\u2066", "c\u2067", "d\u2068", "e\u2069", "f\u200B", "g\uFEFF", "h\u202Ai");

    /** Nothing can hold these: the end of many a text, and half a character. */
    public static final List<String> UNPRINTABLE = List.of("x\u0000y", "x\uD83Dy");

    /** What is one line takes none of these. */
    public static final List<String> LINE_BREAKS = List.of("x\r\nBcc: x@y", "x\u2028Bcc: x@y", "x\u2029Bcc: x@y");

    /** Nothing, for whoever reads it. */
    public static final String UNSEEN = "\u200B\uFEFF \u202E";

    private final List<String> pieces;

    HostileText(String... pieces) {
        this.pieces = List.of(pieces);
    }

    /** The field's name, so that it is found again, and as many pieces as there is room for. */
    public String in(String field, int longest) {
        var text = new StringBuilder(field);
        pieces.stream()
                .filter(piece -> text.length() + piece.length() <= longest)
                .forEach(text::append);
        return text.toString();
    }

    /** What there is to see of a text, without blanks, since print breaks its lines where it likes. */
    public static String seen(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
    }
}

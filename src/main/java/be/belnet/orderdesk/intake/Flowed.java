package be.belnet.orderdesk.intake;

/** Joins the lines that a mail program broke on its own, as RFC 3676 has it. */
final class Flowed {
    private static final String SIGNATURE = "-- ";

    private Flowed() {}

    /** @param deleteSpace the blank at which a line was broken is none of the text */
    static String joined(String text, boolean deleteSpace) {
        var joined = new StringBuilder();
        boolean open = false;
        int depth = 0;
        for (String line : text.split("\r?\n", -1)) {
            int deep = depth(line);
            String words = words(line, deep);
            boolean goesOn = open && deep == depth && !words.equals(SIGNATURE);
            if (!goesOn) {
                joined.append(joined.isEmpty() ? "" : "\n").append(deep == 0 ? "" : ">".repeat(deep) + " ");
            }
            open = words.endsWith(" ") && !words.equals(SIGNATURE);
            joined.append(open && deleteSpace ? words.substring(0, words.length() - 1) : words);
            depth = deep;
        }
        return joined.toString();
    }

    private static int depth(String line) {
        int deep = 0;
        while (deep < line.length() && line.charAt(deep) == '>') {
            deep++;
        }
        return deep;
    }

    /** Without the blank that programs put before lines that begin with one. */
    private static String words(String line, int depth) {
        String words = line.substring(depth);
        return words.startsWith(" ") ? words.substring(1) : words;
    }
}

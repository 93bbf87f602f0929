package be.belnet.orderdesk.feedback;

/** What a customer writes beside its answer: several lines, at most 2000 characters, without control characters. */
final class Remark {
    static final int LONGEST = 2000;

    private Remark() {}

    /**
     * The remark as it is kept; null when nothing was written.
     *
     * @throws IllegalArgumentException when it cannot be kept
     */
    static String of(String typed) {
        String text = typed.replace("\r\n", "\n").strip();
        if (text.length() > LONGEST || text.codePoints().anyMatch(Remark::breaksText)) {
            throw new IllegalArgumentException("This is no remark");
        }
        return text.isEmpty() ? null : text;
    }

    /** Control characters, and half a character. */
    private static boolean breaksText(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t' || Character.getType(c) == Character.SURROGATE;
    }
}

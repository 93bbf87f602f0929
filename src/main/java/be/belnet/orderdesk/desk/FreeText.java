package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.correspondence.PlainText;
import be.belnet.orderdesk.workflow.AnswersRefusedException;

/** What staff type into a form of their own words: several lines, stripped, without control characters. */
final class FreeText {
    private FreeText() {}

    /**
     * The text, lines kept.
     *
     * @param field names it to the person when it is refused
     * @throws AnswersRefusedException when it is missing, longer than {@code longest} or has control characters
     */
    static String read(String field, Object given, int longest) {
        String text =
                given instanceof String typed ? typed.replace("\r\n", "\n").strip() : "";
        if (PlainText.of(text).isEmpty()) {
            throw new AnswersRefusedException(field, "form.error.required");
        }
        if (text.length() > longest) {
            throw new AnswersRefusedException(field, "form.error.tooLong", longest);
        }
        if (text.codePoints().anyMatch(FreeText::breaksText)) {
            throw new AnswersRefusedException(field, "form.error.controlCharacters");
        }
        return text;
    }

    /** Control characters, and half a character. */
    private static boolean breaksText(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t' || Character.getType(c) == Character.SURROGATE;
    }

    /** Why an order is left before its end. */
    static String reason(Object given) {
        return read("reason", given, 2000);
    }
}

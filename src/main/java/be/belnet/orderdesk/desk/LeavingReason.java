package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.workflow.AnswersRefusedException;

/** Why an order is left before its end, as staff wrote it down. */
final class LeavingReason {
    private static final int LONGEST = 2000;

    private LeavingReason() {}

    /**
     * The text stripped, lines kept.
     *
     * @throws AnswersRefusedException when it is missing, too long or has control characters
     */
    static String read(Object given) {
        String reason =
                given instanceof String text ? text.replace("\r\n", "\n").strip() : "";
        if (reason.isEmpty()) {
            throw new AnswersRefusedException("reason", "form.error.required");
        }
        if (reason.length() > LONGEST) {
            throw new AnswersRefusedException("reason", "form.error.tooLong", LONGEST);
        }
        if (reason.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new AnswersRefusedException("reason", "form.error.controlCharacters");
        }
        return reason;
    }
}

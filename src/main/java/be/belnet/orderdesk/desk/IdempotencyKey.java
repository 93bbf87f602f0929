package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.util.regex.Pattern;

/** The header by which a machine may repeat a start without starting twice. */
final class IdempotencyKey {
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private IdempotencyKey() {}

    /** @throws AnswersRefusedException when it is empty, longer than 200 or not plain ASCII */
    static String read(String header) {
        if (!VISIBLE.matcher(header).matches()) {
            throw new AnswersRefusedException("Idempotency-Key", "form.error.pattern");
        }
        return header;
    }
}

package be.belnet.orderdesk.support.process;

import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;

/** The field for the words that the customer gets. */
final class WrittenAnswer {
    private static final String FIELD = "answer";

    private WrittenAnswer() {}

    /** @throws AnswersRefusedException when nothing was written */
    static String of(Answers answers) {
        return answers.required(FIELD);
    }
}

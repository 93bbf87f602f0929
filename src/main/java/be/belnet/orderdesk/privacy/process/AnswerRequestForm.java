package be.belnet.orderdesk.privacy.process;

import static be.belnet.orderdesk.privacy.process.DataRequestVariables.ANSWER_DECISION;

import be.belnet.orderdesk.privacy.DataRequests;
import be.belnet.orderdesk.time.WrittenDates;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The Service Desk answers the person, or puts the answer off and says why. */
@Component
class AnswerRequestForm implements TaskForm {
    private static final String EXTEND = "extend";

    private final DataRequests requests;
    private final DataRequestFacts facts;

    AnswerRequestForm(DataRequests requests, DataRequestFacts facts) {
        this.requests = requests;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "answer-request";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String decision = answers.text(ANSWER_DECISION.name());
        if (decision.equals(EXTEND)) {
            extend(context, answers);
        } else {
            answer(context, answers);
        }
        return Map.of(ANSWER_DECISION.name(), decision);
    }

    private void answer(FormContext context, Answers answers) {
        requests.answer(context.orderNumber(), answers.required("answerWay"), answers.text("reason"), context.userId());
    }

    /** The person is told of it as well, within the first month. */
    private void extend(FormContext context, Answers answers) {
        LocalDate until = answers.requiredDate("extendedUntil");
        LocalDate latest = requests.latest(context.orderNumber());
        if (!until.isAfter(requests.get(context.orderNumber()).dueOn()) || until.isAfter(latest)) {
            throw new AnswersRefusedException(
                    "extendedUntil", "form.error.extension", WrittenDates.day(latest, context.locale()));
        }
        requests.extend(context.orderNumber(), until, answers.reason());
    }
}

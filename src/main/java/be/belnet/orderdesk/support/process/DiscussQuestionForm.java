package be.belnet.orderdesk.support.process;

import static be.belnet.orderdesk.support.process.SupportVariables.MANAGER_DECISION;

import be.belnet.orderdesk.support.SupportRequests;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The account manager has talked a question over with the customer: writes the answer, or gives the question back (D13). */
@Component
class DiscussQuestionForm implements TaskForm {
    private final SupportRequests requests;
    private final SupportFacts facts;

    DiscussQuestionForm(SupportRequests requests, SupportFacts facts) {
        this.requests = requests;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "discuss-question";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String decision = answers.text(MANAGER_DECISION.name());
        if (decision.equals("answer")) {
            requests.keepAnswer(context.orderNumber(), WrittenAnswer.of(answers));
        } else {
            requests.giveBack(context.orderNumber(), answers.text("note"));
        }
        return Map.of(MANAGER_DECISION.name(), decision);
    }
}

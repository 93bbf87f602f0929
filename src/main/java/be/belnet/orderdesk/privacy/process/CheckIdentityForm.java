package be.belnet.orderdesk.privacy.process;

import static be.belnet.orderdesk.privacy.process.DataRequestVariables.IDENTITY_CHECK;

import be.belnet.orderdesk.privacy.DataRequests;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The Service Desk finds out whether who asks is the person, and says how. */
@Component
class CheckIdentityForm implements TaskForm {
    private static final String CONFIRMED = "confirmed";

    private final DataRequests requests;
    private final DataRequestFacts facts;

    CheckIdentityForm(DataRequests requests, DataRequestFacts facts) {
        this.requests = requests;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "check-identity";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String check = answers.text(IDENTITY_CHECK.name());
        if (!check.equals(CONFIRMED)) {
            answers.reason();
        }
        requests.identify(
                context.orderNumber(),
                check.equals(CONFIRMED),
                answers.text("identityMethod"),
                answers.text("reason"),
                context.userId());
        return Map.of(IDENTITY_CHECK.name(), check);
    }
}

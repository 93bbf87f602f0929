package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.ordering.RefusedEffects;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A partner does not do what the end of a service needs: a person puts it right there, or does it there. */
@Component
class DecideOnEndingForm implements TaskForm {
    private static final String[] TROUBLES = {
        "stoppingRefused", "endingRefused", "removalRefused", "domainKept", "domainsInUse"
    };

    private final RefusedEffects refused;

    DecideOnEndingForm(RefusedEffects refused) {
        this.refused = refused;
    }

    @Override
    public String name() {
        return "decide-on-ending";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return refused.facts(context, TROUBLES);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        refused.decide(context.orderNumber(), answers, "endingDecision");
        return Map.of();
    }
}

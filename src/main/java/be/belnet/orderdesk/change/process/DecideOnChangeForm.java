package be.belnet.orderdesk.change.process;

import be.belnet.orderdesk.ordering.RefusedEffects;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A partner does not do what a change needs: a person puts it right there, or does it there. Giving up is leaving the file. */
@Component
class DecideOnChangeForm implements TaskForm {
    private static final String[] TROUBLES = {
        "licenceChangeRefused", "resizeRefused", "domainChangeRefused", "administratorChangeRefused"
    };

    private final RefusedEffects refused;

    DecideOnChangeForm(RefusedEffects refused) {
        this.refused = refused;
    }

    @Override
    public String name() {
        return "decide-on-change";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return refused.facts(context, TROUBLES);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        refused.decide(context.orderNumber(), answers, "changeDecision");
        return Map.of();
    }
}

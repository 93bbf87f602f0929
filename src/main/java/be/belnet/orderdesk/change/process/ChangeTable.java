package be.belnet.orderdesk.change.process;

import be.belnet.orderdesk.change.ChangeTerms;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What {@code change-terms.dmn} says a change needs. */
@Component
class ChangeTable {
    private final ChangeTerms terms;
    private final DecisionService decisions;

    ChangeTable(ChangeTerms terms, @Lazy DecisionService decisions) {
        this.terms = terms;
        this.decisions = decisions;
    }

    /**
     * @param approver manager or nobody
     * @param reason code
     * @param steps at which partners it is made
     */
    record Verdict(boolean annexNeeded, String approver, String reason, String steps) {
        boolean needsApproval() {
            return approver.equals("manager");
        }
    }

    /** Whether an annex is needed is kept with the change. */
    Verdict ask(String number) {
        DmnDecisionRuleResult decision = decisions
                .evaluateDecisionTableByKey("change-terms", terms.facts(number))
                .getSingleResult();
        boolean annexNeeded = decision.getEntry("annexNeeded");
        terms.keep(number, annexNeeded);
        return new Verdict(
                annexNeeded,
                decision.getEntry("changeApprover"),
                decision.getEntry("changeReason"),
                decision.getEntry("changeSteps"));
    }
}

package be.belnet.orderdesk.change.process;

import static be.belnet.orderdesk.change.process.ChangeVariables.ANNEX_NEEDED;
import static be.belnet.orderdesk.change.process.ChangeVariables.CHANGE_APPROVER;
import static be.belnet.orderdesk.change.process.ChangeVariables.CHANGE_REASON;
import static be.belnet.orderdesk.change.process.ChangeVariables.CHANGE_STEPS;

import be.belnet.orderdesk.change.ChangeTerms;
import be.belnet.orderdesk.order.OrderFile;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks {@code change-terms.dmn} what the change needs. Safe to repeat: it says the same again. */
@Component
class DecideChangeTermsDelegate implements JavaDelegate {
    private final ChangeTerms terms;
    private final OrderFile orders;
    private final DecisionService decisions;

    DecideChangeTermsDelegate(ChangeTerms terms, OrderFile orders, @Lazy DecisionService decisions) {
        this.terms = terms;
        this.orders = orders;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        DmnDecisionRuleResult decision = decisions
                .evaluateDecisionTableByKey("change-terms", terms.facts(number))
                .getSingleResult();
        boolean annexNeeded = decision.getEntry("annexNeeded");
        String reason = decision.getEntry("changeReason");
        ANNEX_NEEDED.set(execution, annexNeeded);
        CHANGE_APPROVER.set(execution, decision.getEntry("changeApprover"));
        CHANGE_REASON.set(execution, reason);
        CHANGE_STEPS.set(execution, decision.getEntry("changeSteps"));
        terms.keep(number, annexNeeded);
        orders.record(number, "changeJudged", Map.of("terms", reason));
    }
}

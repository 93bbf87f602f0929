package be.belnet.orderdesk.termination.process;

import static be.belnet.orderdesk.termination.process.TerminationVariables.ACCOUNT_MANAGER;
import static be.belnet.orderdesk.termination.process.TerminationVariables.DECIDER;
import static be.belnet.orderdesk.termination.process.TerminationVariables.NOTICE_OUTCOME;
import static be.belnet.orderdesk.termination.process.TerminationVariables.NOTICE_REASON;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.termination.NoticeDesk;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks {@code notice-period.dmn} about the notice. Safe to repeat: it keeps what the rules say, and says the same again. */
@Component
class DecideNoticeDelegate implements JavaDelegate {
    private final NoticeDesk desk;
    private final OrderFile orders;
    private final DecisionService decisions;

    DecideNoticeDelegate(NoticeDesk desk, OrderFile orders, @Lazy DecisionService decisions) {
        this.desk = desk;
        this.orders = orders;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        DmnDecisionRuleResult decision = decisions
                .evaluateDecisionTableByKey("notice-period", desk.judge(number).asMap())
                .getSingleResult();
        String reason = decision.getEntry("noticeReason");
        NOTICE_OUTCOME.set(execution, decision.getEntry("noticeOutcome"));
        NOTICE_REASON.set(execution, reason);
        DECIDER.set(execution, decision.getEntry("decider"));
        ACCOUNT_MANAGER.set(execution, orders.get(number).accountManager());
        orders.record(number, "noticeJudged", Map.of("why", reason));
    }
}

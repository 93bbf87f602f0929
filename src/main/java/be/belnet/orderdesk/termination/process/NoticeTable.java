package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.termination.NoticeDesk;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What {@code notice-period.dmn} says about a notice. */
@Component
class NoticeTable {
    private final NoticeDesk desk;
    private final DecisionService decisions;

    NoticeTable(NoticeDesk desk, @Lazy DecisionService decisions) {
        this.desk = desk;
        this.decisions = decisions;
    }

    /**
     * @param outcome accept, review, intention or decide
     * @param reason code
     * @param decider whose turn it is then
     */
    record Verdict(String outcome, String reason, String decider) {}

    /** What the notice ends and when is kept with it. */
    Verdict ask(String number) {
        DmnDecisionRuleResult decision = decisions
                .evaluateDecisionTableByKey("notice-period", desk.judge(number).asMap())
                .getSingleResult();
        return new Verdict(
                decision.getEntry("noticeOutcome"), decision.getEntry("noticeReason"), decision.getEntry("decider"));
    }
}

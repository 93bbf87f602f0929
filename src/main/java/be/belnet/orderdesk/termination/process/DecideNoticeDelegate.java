package be.belnet.orderdesk.termination.process;

import static be.belnet.orderdesk.termination.process.TerminationVariables.ACCOUNT_MANAGER;
import static be.belnet.orderdesk.termination.process.TerminationVariables.DECIDER;
import static be.belnet.orderdesk.termination.process.TerminationVariables.NOTICE_OUTCOME;
import static be.belnet.orderdesk.termination.process.TerminationVariables.NOTICE_REASON;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.termination.process.NoticeTable.Verdict;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks {@code notice-period.dmn} about the notice. Safe to repeat: it keeps what the rules say, and says the same again. */
@Component
class DecideNoticeDelegate implements JavaDelegate {
    private final NoticeTable table;
    private final OrderFile orders;

    DecideNoticeDelegate(NoticeTable table, OrderFile orders) {
        this.table = table;
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Verdict verdict = table.ask(number);
        NOTICE_OUTCOME.set(execution, verdict.outcome());
        NOTICE_REASON.set(execution, verdict.reason());
        DECIDER.set(execution, verdict.decider());
        ACCOUNT_MANAGER.set(execution, orders.get(number).accountManager());
        orders.record(number, "noticeJudged", Map.of("why", verdict.reason()));
    }
}

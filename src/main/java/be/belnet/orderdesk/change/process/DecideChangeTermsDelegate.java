package be.belnet.orderdesk.change.process;

import static be.belnet.orderdesk.change.process.ChangeVariables.ANNEX_NEEDED;
import static be.belnet.orderdesk.change.process.ChangeVariables.CHANGE_APPROVER;
import static be.belnet.orderdesk.change.process.ChangeVariables.CHANGE_REASON;
import static be.belnet.orderdesk.change.process.ChangeVariables.CHANGE_STEPS;

import be.belnet.orderdesk.change.process.ChangeTable.Verdict;
import be.belnet.orderdesk.order.OrderFile;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks {@code change-terms.dmn} what the change needs. Safe to repeat: it says the same again. */
@Component
class DecideChangeTermsDelegate implements JavaDelegate {
    private final ChangeTable table;
    private final OrderFile orders;

    DecideChangeTermsDelegate(ChangeTable table, OrderFile orders) {
        this.table = table;
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Verdict verdict = table.ask(number);
        ANNEX_NEEDED.set(execution, verdict.annexNeeded());
        CHANGE_APPROVER.set(execution, verdict.approver());
        CHANGE_REASON.set(execution, verdict.reason());
        CHANGE_STEPS.set(execution, verdict.steps());
        orders.record(number, "changeJudged", Map.of("terms", verdict.reason()));
    }
}

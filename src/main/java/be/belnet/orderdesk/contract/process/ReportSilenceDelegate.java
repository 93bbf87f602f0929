package be.belnet.orderdesk.contract.process;

import be.belnet.orderdesk.order.OrderFile;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Takes the order from waiting for copies to the account manager. Safe to repeat: where nobody waits, nothing happens. */
@Component
class ReportSilenceDelegate implements JavaDelegate {
    private final RuntimeService processes;
    private final OrderFile orders;

    ReportSilenceDelegate(@Lazy RuntimeService processes, OrderFile orders) {
        this.processes = processes;
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        orders.record(execution.getProcessBusinessKey(), "customerSilent", Map.of());
        processes
                .createMessageCorrelation("CustomerSilent")
                .processInstanceId(execution.getProcessInstanceId())
                .correlateAll();
    }
}

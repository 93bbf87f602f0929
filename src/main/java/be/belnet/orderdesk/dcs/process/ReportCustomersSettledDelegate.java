package be.belnet.orderdesk.dcs.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the task that steers a campaign that all its customers are settled. Safe to repeat: nobody listens twice. */
@Component
class ReportCustomersSettledDelegate implements JavaDelegate {
    private final RuntimeService processes;

    ReportCustomersSettledDelegate(RuntimeService processes) {
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        processes
                .createMessageCorrelation("AllCustomersSettled")
                .processInstanceId(execution.getProcessInstanceId())
                .correlateAll();
    }
}

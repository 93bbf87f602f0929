package be.belnet.orderdesk.workflow;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** How often the engine still runs a step by itself. */
@Component
public class Attempts {
    private final ManagementService management;

    Attempts(@Lazy ManagementService management) {
        this.management = management;
    }

    /** Whether a failure now would leave the step standing until an administrator looks. */
    public boolean isLast(DelegateExecution execution) {
        Job job = management
                .createJobQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .activityId(execution.getCurrentActivityId())
                .singleResult();
        return job != null && job.getRetries() <= 1;
    }
}

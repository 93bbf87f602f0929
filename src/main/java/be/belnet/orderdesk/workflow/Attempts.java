package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whether the engine tries a step again by itself, or a person has to look. */
@Component
public class Attempts {
    private final ManagementService management;

    Attempts(@Lazy ManagementService management) {
        this.management = management;
    }

    /** Whether a later attempt of its own may bring what this one did not: not after a refusal, nor after the last one. */
    public boolean mayTryAgain(DelegateExecution execution, PartnerException failed) {
        return !(failed instanceof PartnerRefusedException) && !isLast(execution);
    }

    private boolean isLast(DelegateExecution execution) {
        Job job = management
                .createJobQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .activityId(execution.getCurrentActivityId())
                .singleResult();
        return job != null && job.getRetries() <= 1;
    }
}

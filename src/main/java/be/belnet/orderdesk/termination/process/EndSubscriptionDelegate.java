package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.termination.ServiceEnd;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Terminates the subscription and tells the customer. Safe to repeat: it ends once. */
@Component
class EndSubscriptionDelegate implements JavaDelegate {
    private final ServiceEnd end;

    EndSubscriptionDelegate(ServiceEnd end) {
        this.end = end;
    }

    @Override
    public void execute(DelegateExecution execution) {
        end.end(execution.getProcessBusinessKey());
    }
}

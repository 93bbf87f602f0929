package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.termination.ServiceEnd;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the subscription its end and tells the customer. Safe to repeat: an end is confirmed once. */
@Component
class ConfirmNoticeDelegate implements JavaDelegate {
    private final ServiceEnd end;

    ConfirmNoticeDelegate(ServiceEnd end) {
        this.end = end;
    }

    @Override
    public void execute(DelegateExecution execution) {
        end.confirm(execution.getProcessBusinessKey());
    }
}

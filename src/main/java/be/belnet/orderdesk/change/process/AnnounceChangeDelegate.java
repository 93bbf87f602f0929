package be.belnet.orderdesk.change.process;

import be.belnet.orderdesk.change.ChangeDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the customer what will be done, with the annex where one is to be signed. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class AnnounceChangeDelegate implements JavaDelegate {
    private final ChangeDesk desk;

    AnnounceChangeDelegate(ChangeDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.announce(execution.getProcessBusinessKey());
    }
}

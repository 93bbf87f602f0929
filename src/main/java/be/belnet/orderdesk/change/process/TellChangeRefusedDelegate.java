package be.belnet.orderdesk.change.process;

import be.belnet.orderdesk.change.ChangeDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the customer why its change is not made. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class TellChangeRefusedDelegate implements JavaDelegate {
    private final ChangeDesk desk;

    TellChangeRefusedDelegate(ChangeDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.tellRefusal(execution.getProcessBusinessKey());
    }
}

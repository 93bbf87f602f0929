package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.Purchasing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the purchase order for a licence to the distributor. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class SendPurchaseOrderDelegate implements JavaDelegate {
    private final Purchasing purchasing;

    SendPurchaseOrderDelegate(Purchasing purchasing) {
        this.purchasing = purchasing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        purchasing.sendPurchaseOrder(execution.getProcessBusinessKey());
    }
}

package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.DomainMails;
import be.belnet.orderdesk.order.OrderFile;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the customer that it has moved. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class ConfirmMigrationDelegate implements JavaDelegate {
    private final OrderFile orders;
    private final DomainMails mails;

    ConfirmMigrationDelegate(OrderFile orders, DomainMails mails) {
        this.orders = orders;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String file = execution.getProcessBusinessKey();
        orders.record(file, "customerMigrated", Map.of());
        mails.confirm(file);
    }
}

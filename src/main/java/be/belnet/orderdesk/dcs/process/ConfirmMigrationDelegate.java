package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.DomainLetters;
import be.belnet.orderdesk.order.OrderFile;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the customer that it has moved. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class ConfirmMigrationDelegate implements JavaDelegate {
    private final OrderFile orders;
    private final DomainLetters letters;

    ConfirmMigrationDelegate(OrderFile orders, DomainLetters letters) {
        this.orders = orders;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String file = execution.getProcessBusinessKey();
        orders.record(file, "customerMigrated", Map.of());
        letters.confirm(file);
    }
}

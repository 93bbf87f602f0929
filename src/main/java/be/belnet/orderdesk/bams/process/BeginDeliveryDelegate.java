package be.belnet.orderdesk.bams.process;

import static be.belnet.orderdesk.bams.process.BamsVariables.THROUGH_DISTRIBUTOR;

import be.belnet.orderdesk.bams.DeliveryPromise;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the promised day and the way to the licence. Safe to repeat: what is kept once stays. */
@Component
class BeginDeliveryDelegate implements JavaDelegate {
    private final DeliveryPromise promise;

    BeginDeliveryDelegate(DeliveryPromise promise) {
        this.promise = promise;
    }

    @Override
    public void execute(DelegateExecution execution) {
        THROUGH_DISTRIBUTOR.set(execution, promise.begin(execution.getProcessBusinessKey()));
    }
}

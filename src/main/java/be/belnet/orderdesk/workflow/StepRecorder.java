package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Turn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Tells the order file where the process stands, of those processes whose business key is an order number. */
@Component
class StepRecorder {
    private final OrderFile orders;
    private final OrderSteps steps;

    StepRecorder(OrderFile orders, OrderSteps steps) {
        this.orders = orders;
        this.steps = steps;
    }

    void enter(DelegateExecution execution, Expression turn) {
        steps.enter(
                execution.getProcessBusinessKey(),
                process(execution),
                execution.getCurrentActivityId(),
                execution.getActivityInstanceId(),
                Turn.of((String) turn.getValue(execution)));
    }

    void leave(DelegateExecution execution) {
        steps.leave(execution.getProcessBusinessKey(), execution.getActivityInstanceId());
    }

    void close(DelegateExecution execution, OrderState state) {
        orders.close(execution.getProcessBusinessKey(), state, null);
    }

    private static String process(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getProcessDefinition().getKey();
    }
}

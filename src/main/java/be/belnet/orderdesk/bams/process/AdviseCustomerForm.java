package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The technical adviser writes down what was advised. */
@Component
class AdviseCustomerForm implements TaskForm {
    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final BamsFacts facts;

    AdviseCustomerForm(OrderFile orders, BamsOrders bamsOrders, BamsFacts facts) {
        this.orders = orders;
        this.bamsOrders = bamsOrders;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "advise-customer";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        bamsOrders.keepAdvice(context.orderNumber(), answers.text("advice"));
        orders.record(context.orderNumber(), "customerAdvised", Map.of());
        return Map.of();
    }
}

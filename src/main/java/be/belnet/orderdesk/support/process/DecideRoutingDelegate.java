package be.belnet.orderdesk.support.process;

import static be.belnet.orderdesk.support.process.SupportVariables.SUPPORT_ROUTE;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.support.SupportRequests;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks {@code support-routing.dmn} who answers. Safe to repeat: it only reads. */
@Component
class DecideRoutingDelegate implements JavaDelegate {
    private final OrderFile orders;
    private final SupportRequests requests;
    private final CustomerRegister customers;
    private final Authorities authorities;
    private final DecisionService decisions;

    DecideRoutingDelegate(
            OrderFile orders,
            SupportRequests requests,
            CustomerRegister customers,
            Authorities authorities,
            @Lazy DecisionService decisions) {
        this.orders = orders;
        this.requests = requests;
        this.customers = customers;
        this.authorities = authorities;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.get(execution.getProcessBusinessKey());
        String route = decisions
                .evaluateDecisionTableByKey("support-routing", facts(order))
                .getSingleResult()
                .getEntry(SUPPORT_ROUTE.name());
        SUPPORT_ROUTE.set(execution, route);
        orders.record(order.number(), "questionRouted", Map.of("route", route));
    }

    private Map<String, Object> facts(Order order) {
        return Variables.putValue("service", order.service())
                .putValue("topic", requests.get(order.number()).topic().code())
                .putValue("customerKnown", isKnown(order.acronym()))
                .putValue("authority", authorities.inForce());
    }

    private boolean isKnown(String acronym) {
        return Optional.ofNullable(acronym).flatMap(customers::find).isPresent();
    }
}

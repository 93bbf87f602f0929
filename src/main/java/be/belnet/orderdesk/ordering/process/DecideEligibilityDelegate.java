package be.belnet.orderdesk.ordering.process;

import static be.belnet.orderdesk.ordering.process.OrderVariables.ELIGIBILITY_REASON;
import static be.belnet.orderdesk.ordering.process.OrderVariables.ELIGIBLE;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the decision table of the order's service, such as {@code bams-eligibility.dmn}, about the customer as the register knows it. Safe to repeat: it only reads. */
@Component
class DecideEligibilityDelegate implements JavaDelegate {
    /** Fact of both events: the acronym of the customer that was judged; absent where none was known. */
    static final String JUDGED_CUSTOMER = "customer";

    private final OrderFile orders;
    private final CustomerRegister customers;
    private final Subscriptions subscriptions;
    private final DecisionService decisions;

    DecideEligibilityDelegate(
            OrderFile orders,
            CustomerRegister customers,
            Subscriptions subscriptions,
            @Lazy DecisionService decisions) {
        this.orders = orders;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.get(execution.getProcessBusinessKey());
        Optional<Organisation> customer = Optional.ofNullable(order.acronym()).flatMap(customers::find);
        DmnDecisionRuleResult decision = decisions
                .evaluateDecisionTableByKey(table(order), facts(order, customer))
                .getSingleResult();
        boolean eligible = decision.getEntry("eligible");
        String reason = decision.getEntry("eligibilityReason");
        ELIGIBLE.set(execution, eligible);
        ELIGIBILITY_REASON.set(execution, reason);
        orders.record(order.number(), eligible ? "eligible" : "reviewNeeded", judgement(reason, customer));
    }

    private static Map<String, String> judgement(String reason, Optional<Organisation> customer) {
        return customer.map(judged -> Map.of("reason", reason, JUDGED_CUSTOMER, judged.acronym()))
                .orElse(Map.of("reason", reason));
    }

    private Map<String, Object> facts(Order order, Optional<Organisation> customer) {
        String acronym = customer.map(Organisation::acronym).orElse("");
        return Variables.putValue("acronymGiven", order.acronym() != null)
                .putValue("customerKnown", customer.isPresent())
                .putValue(
                        "belnetCustomer",
                        customer.map(Organisation::belnetCustomer).orElse(false))
                .putValue("customerType", customer.map(Organisation::type).orElse(""))
                .putValue("openOrder", hasOtherOpenOrder(acronym, order))
                .putValue(
                        "activeSubscription",
                        !subscriptions.running(acronym, order.service()).isEmpty());
    }

    private static String table(Order order) {
        return order.service().toLowerCase(Locale.ROOT) + "-eligibility";
    }

    private boolean hasOtherOpenOrder(String acronym, Order order) {
        return orders.openOrders(acronym, order.service(), order.kind()).stream()
                .anyMatch(other -> !other.number().equals(order.number()));
    }
}

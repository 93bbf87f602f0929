package be.belnet.orderdesk.ordering.process;

import static be.belnet.orderdesk.ordering.process.DecideEligibilityDelegate.JUDGED_CUSTOMER;
import static be.belnet.orderdesk.ordering.process.OrderVariables.CUSTOMER_JUDGED;
import static be.belnet.orderdesk.ordering.process.OrderVariables.ELIGIBILITY_REASON;
import static be.belnet.orderdesk.ordering.process.OrderVariables.REQUEST_OUTCOME;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.ordering.RequestReview;
import be.belnet.orderdesk.ordering.RequestsAsChanges;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A person decides about a request that the decision table would not let through. */
@Component
class ReviewRequestForm implements TaskForm {
    private static final String ACCEPT = "accept";
    private static final String OUTCOME = "requestOutcome";
    private static final String ACRONYM = "acronym";

    private final OrderFile orders;
    private final CustomerRegister customers;
    private final RequestReview review;
    private final RequestsAsChanges changes;
    private final OrderFacts facts;
    private final TaskService tasks;
    private final MessageSource messages;

    ReviewRequestForm(
            OrderFile orders,
            CustomerRegister customers,
            RequestReview review,
            RequestsAsChanges changes,
            OrderFacts facts,
            @Lazy TaskService tasks,
            MessageSource messages) {
        this.orders = orders;
        this.customers = customers;
        this.review = review;
        this.changes = changes;
        this.facts = facts;
        this.tasks = tasks;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "review-request";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        Map<String, String> known = new HashMap<>(facts.of(context));
        String reason = (String) tasks.getVariable(context.taskId(), ELIGIBILITY_REASON.name());
        known.put("reviewReason", messages.getMessage("fact.reason." + reason, null, reason, context.locale()));
        Optional<Organisation> customer = customer(context.orderNumber());
        known.put("customerType", words(customer, one -> "customer.type." + one.type(), context));
        known.put(
                "belnetCustomer",
                words(customer, one -> one.belnetCustomer() ? "customer.yes" : "customer.no", context));
        known.put(
                "openOrder",
                review.joined(context.orderNumber()).map(Order::number).orElse(OrderFacts.UNKNOWN));
        return known;
    }

    private Optional<Organisation> customer(String order) {
        return Optional.ofNullable(orders.get(order).acronym()).flatMap(customers::find);
    }

    private String words(Optional<Organisation> customer, Function<Organisation, String> key, FormContext context) {
        return customer.map(key)
                .map(found -> messages.getMessage(found, null, found, context.locale()))
                .orElse(OrderFacts.UNKNOWN);
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        String acronym = orders.get(context.orderNumber()).acronym();
        return acronym == null ? Map.of() : Map.of(ACRONYM, acronym);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String outcome = answers.text(OUTCOME);
        String reason = outcome.equals(ACCEPT) ? answers.text("reason") : answers.reason();
        if (outcome.equals(ACCEPT) || answers.has(ACRONYM)) {
            keepCustomer(context.orderNumber(), answers.required(ACRONYM));
        }
        if (outcome.equals(RequestReview.JOIN)
                && review.joined(context.orderNumber()).isEmpty()) {
            throw new AnswersRefusedException(OUTCOME, "form.error.noOrderToJoin");
        }
        if (outcome.equals("treatAsChange")) {
            requireChangeable(orders.get(context.orderNumber()));
        }
        review.keep(context.orderNumber(), outcome, reason);
        return Map.of(REQUEST_OUTCOME.name(), outcome, CUSTOMER_JUDGED.name(), isJudged(context.orderNumber()));
    }

    /** Whether the customer is still the one about whom the table was asked. */
    private boolean isJudged(String order) {
        String judged = orders.latest(order, "eligible", "reviewNeeded")
                .map(decided -> decided.facts().get(JUDGED_CUSTOMER))
                .orElse(null);
        return Objects.equals(judged, orders.get(order).acronym());
    }

    private void keepCustomer(String order, String acronym) {
        String known = customers
                .find(acronym)
                .map(Organisation::acronym)
                .orElseThrow(() -> new AnswersRefusedException(ACRONYM, "form.error.unknownAcronym", acronym));
        orders.setCustomer(order, known);
    }

    private void requireChangeable(Order request) {
        if (request.acronym() == null) {
            throw new AnswersRefusedException(ACRONYM, "form.error.required");
        }
        try {
            changes.requirePossible(request);
        } catch (AnswersRefusedException notNow) {
            throw new AnswersRefusedException(
                    notNow.refusals().stream().map(ReviewRequestForm::ofOutcome).toList());
        }
    }

    /** The form asks for no contract: where the customer has several, the change has to begin at its own. */
    private static Refusal ofOutcome(Refusal refusal) {
        String key = refusal.messageKey();
        return new Refusal(
                OUTCOME,
                key.equals("form.error.severalContracts") ? "form.error.changeNeedsContract" : key,
                refusal.arguments());
    }
}

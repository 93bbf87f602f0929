package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.Rendered;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.workflow.Waits;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What a person decided about a request, and the one mail that tells the customer. */
@Service
public class RequestReview {
    /** The outcome of a review that asks the customer and comes back. */
    public static final String ASK = "askCustomer";

    /** The outcome of a review that adds the request to another order. */
    public static final String JOIN = "joinOrder";

    private static final String REVIEWED = "requestReviewed";
    /** Fits into an event, whatever has to be escaped in it. */
    private static final int LONGEST_TOLD = 2500;

    private final OrderFile orders;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final RequestsAsQuestions questions;
    private final RequestsAsChanges changes;
    private final Waits waits;

    RequestReview(
            OrderFile orders,
            Correspondence correspondence,
            Recipients recipients,
            RequestsAsQuestions questions,
            RequestsAsChanges changes,
            Waits waits) {
        this.orders = orders;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.questions = questions;
        this.changes = changes;
        this.waits = waits;
    }

    /**
     * @param outcome accept, askCustomer, joinOrder, treatAsChange, treatAsSupport or reject
     * @param reason for the customer; null only where the request is accepted
     */
    public void keep(String orderNumber, String outcome, String reason) {
        orders.record(
                orderNumber,
                REVIEWED,
                reason == null ? Map.of("outcome", outcome) : Map.of("outcome", outcome, "reason", reason));
    }

    /** Mails the question that the reviewer wrote. */
    public void askCustomer(String orderNumber) {
        correspondence.send(question(orderNumber, asked(orderNumber)));
    }

    /** The question that the reviewer wrote last. */
    public String asked(String orderNumber) {
        return latest(orderNumber).get("reason");
    }

    /**
     * Mails what becomes of the request and why, and keeps the reason with the order; a question or a change is taken up as
     * one, and another order is told what joins it. Nothing is mailed that is not done: what has become impossible since the
     * review fails.
     */
    public void decline(String orderNumber) {
        Map<String, String> review = latest(orderNumber);
        orders.setClosingReason(orderNumber, review.get("reason"));
        keepPromise(orders.get(orderNumber), review.get("outcome"), review.get("reason"));
        correspondence.send(declined(orderNumber, review.get("outcome"), review.get("reason")));
    }

    private void keepPromise(Order request, String outcome, String reason) {
        String number = request.number();
        switch (outcome) {
            case "treatAsSupport" ->
                orders.record(number, "takenUpAsQuestion", Map.of("question", questions.takeUp(request, reason)));
            case "treatAsChange" -> orders.record(number, "takenUpAsChange", Map.of("change", changes.takeUp(request)));
            case JOIN -> join(request);
            default -> {
                // a rejection promises nothing
            }
        }
    }

    /** The order that a request would join: the oldest other one that its customer has open for this service. */
    public Optional<Order> joined(String orderNumber) {
        Order request = orders.get(orderNumber);
        if (request.acronym() == null) {
            return Optional.empty();
        }
        return orders.openOrders(request.acronym(), request.service(), request.kind()).stream()
                .filter(other -> other.state() == OrderState.OPEN)
                .filter(other -> !other.number().equals(orderNumber))
                .findFirst();
    }

    /** The customer has said more: the other order's account manager hears of it as of a mail. */
    private void join(Order request) {
        Order other = joined(request.number())
                .orElseThrow(() -> new IllegalStateException("No open order to join for " + request.number()));
        orders.recordBy("customer", other.number(), "requestJoined", told(request));
        orders.record(request.number(), "joinedToOrder", Map.of("order", other.number()));
        waits.customerAnswered(other.number());
    }

    private static Map<String, String> told(Order request) {
        return request.request() == null
                ? Map.of("request", request.number())
                : Map.of("request", request.number(), "text", shortened(request.request()));
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_TOLD) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TOLD - 1)) ? LONGEST_TOLD - 1 : LONGEST_TOLD;
        return text.substring(0, end) + "…";
    }

    /**
     * The mail that would tell the customer what becomes of its request; nothing is kept.
     *
     * @param outcome anything but accept, which tells nothing
     */
    public Rendered preview(String orderNumber, String outcome, String reason) {
        return correspondence.preview(
                outcome.equals(ASK) ? question(orderNumber, reason) : declined(orderNumber, outcome, reason));
    }

    private Mail question(String orderNumber, String reason) {
        return new Mail(orderNumber, "ask-customer", recipients.requester(orderNumber), Map.of("reason", reason));
    }

    private Mail declined(String orderNumber, String outcome, String reason) {
        Map<String, Object> model = new HashMap<>(Map.of("outcome", outcome, "reason", reason));
        if (outcome.equals(JOIN)) {
            joined(orderNumber).ifPresent(other -> model.put("joined", other.number()));
        }
        return new Mail(orderNumber, "request-declined", recipients.requester(orderNumber), model);
    }

    private Map<String, String> latest(String orderNumber) {
        return orders.latest(orderNumber, REVIEWED)
                .map(OrderEvent::facts)
                .orElseThrow(() -> new IllegalStateException("Order " + orderNumber + " was never reviewed"));
    }
}

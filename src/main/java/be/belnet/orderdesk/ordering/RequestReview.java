package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.Rendered;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What a person decided about a request, and the one mail that tells the customer. */
@Service
public class RequestReview {
    /** The outcome of a review that asks the customer and comes back. */
    public static final String ASK = "askCustomer";

    private static final String REVIEWED = "requestReviewed";

    private final OrderFile orders;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final RequestsAsQuestions questions;
    private final RequestsAsChanges changes;

    RequestReview(
            OrderFile orders,
            Correspondence correspondence,
            Recipients recipients,
            RequestsAsQuestions questions,
            RequestsAsChanges changes) {
        this.orders = orders;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.questions = questions;
        this.changes = changes;
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
     * one. Nothing is mailed that is not done: what has become impossible since the review fails.
     */
    public void decline(String orderNumber) {
        Map<String, String> review = latest(orderNumber);
        orders.setClosingReason(orderNumber, review.get("reason"));
        if (review.get("outcome").equals("treatAsSupport")) {
            String question = questions.takeUp(orders.get(orderNumber), review.get("reason"));
            orders.record(orderNumber, "takenUpAsQuestion", Map.of("question", question));
        }
        if (review.get("outcome").equals("treatAsChange")) {
            String change = changes.takeUp(orders.get(orderNumber));
            orders.record(orderNumber, "takenUpAsChange", Map.of("change", change));
        }
        correspondence.send(declined(orderNumber, review.get("outcome"), review.get("reason")));
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
        return new Mail(
                orderNumber,
                "request-declined",
                recipients.requester(orderNumber),
                Map.of("outcome", outcome, "reason", reason));
    }

    private Map<String, String> latest(String orderNumber) {
        return orders.latest(orderNumber, REVIEWED)
                .map(OrderEvent::facts)
                .orElseThrow(() -> new IllegalStateException("Order " + orderNumber + " was never reviewed"));
    }
}

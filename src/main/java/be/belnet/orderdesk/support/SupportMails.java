package be.belnet.orderdesk.support;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.Rendered;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.feedback.FeedbackLinks;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.AccountManagers;
import be.belnet.orderdesk.ordering.OrderFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The mails about a question. */
@Service
public class SupportMails {
    private static final String PARTNER = "Sectigo";

    private final OrderFile orders;
    private final SupportRequests requests;
    private final AccountManagers accountManagers;
    private final CustomerRegister customers;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final FeedbackLinks feedback;
    private final SupportProperties properties;
    private final String publicAddress;

    SupportMails(
            OrderFile orders,
            SupportRequests requests,
            AccountManagers accountManagers,
            CustomerRegister customers,
            Correspondence correspondence,
            Recipients recipients,
            FeedbackLinks feedback,
            SupportProperties properties,
            @Value("${orderdesk.address}") String publicAddress) {
        this.orders = orders;
        this.requests = requests;
        this.accountManagers = accountManagers;
        this.customers = customers;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.feedback = feedback;
        this.properties = properties;
        this.publicAddress = publicAddress;
    }

    /** Tells the customer where to open its ticket, and the exact beginning of the ticket's subject. */
    public void handToPartner(String orderNumber) {
        String subject = TicketSubject.of(requests.get(orderNumber).certificateOrder());
        orders.record(orderNumber, "questionHandedToPartner", Map.of("partner", PARTNER, "ticketSubject", subject));
        correspondence.send(ticket(orderNumber));
    }

    /** The mail that would tell the customer where to open its ticket; nothing is kept. */
    public Rendered previewTicket(String orderNumber) {
        return correspondence.preview(ticket(orderNumber));
    }

    private Mail ticket(String orderNumber) {
        String certificateOrder = requests.get(orderNumber).certificateOrder();
        return new Mail(
                orderNumber,
                "support-ticket",
                recipients.requester(orderNumber),
                Map.of(
                        "partner",
                        PARTNER,
                        "ticketAddress",
                        properties.ticketAddress().toString(),
                        "ticketSubject",
                        TicketSubject.of(certificateOrder),
                        "numbered",
                        certificateOrder != null,
                        "question",
                        orders.get(orderNumber).request()));
    }

    /** Tells the account manager that a question waits. */
    public void passOn(String orderNumber) {
        correspondence.send(new Mail(
                orderNumber, "support-passed-on", accountManagers.of(orderNumber), passedOn(orders.get(orderNumber))));
    }

    /** Mails the answer that was written last, and asks whether it was useful. */
    public void answer(String orderNumber) {
        correspondence.send(mail(orderNumber, requests.get(orderNumber).answer()));
    }

    /** The mail with an answer that is not kept yet. */
    public Rendered preview(String orderNumber, String answer) {
        return correspondence.preview(mail(orderNumber, answer));
    }

    private Mail mail(String orderNumber, String answer) {
        Map<String, Object> model = new HashMap<>(feedback.invitation(orderNumber));
        model.put("answer", answer);
        model.put("question", orders.get(orderNumber).request());
        return new Mail(orderNumber, "support-answer", recipients.requester(orderNumber), model);
    }

    private Map<String, Object> passedOn(Order order) {
        Map<String, Object> model = new HashMap<>();
        model.put("customerName", customerName(order));
        model.put("acronym", OrderFacts.known(order.acronym()));
        model.put("question", order.request());
        model.put("contactName", order.requester().name());
        model.put("contactEmail", order.requester().email());
        Optional.ofNullable(order.requester().phone()).ifPresent(phone -> model.put("contactPhone", phone));
        requests.note(order.number()).ifPresent(note -> model.put("note", note));
        model.put("link", publicAddress + "/orders/" + order.number());
        return model;
    }

    private String customerName(Order order) {
        return Optional.ofNullable(order.acronym())
                .flatMap(customers::find)
                .map(Organisation::legalName)
                .orElse(OrderFacts.known(order.acronym()));
    }
}

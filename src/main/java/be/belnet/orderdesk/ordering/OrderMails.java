package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.contract.Contract;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.correspondence.Attachment;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.OwnWords;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.Rendered;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The mails of every order: introduction, the countersigned contract, the end of an order that is left. */
@Service
public class OrderMails {
    private final OrderFile orders;
    private final OrderDocuments documents;
    private final OrderedServices services;
    private final Leaving leaving;
    private final AccountManagers accountManagers;
    private final ContractDesk contracts;
    private final CustomerRegister customers;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final String publicAddress;

    OrderMails(
            OrderFile orders,
            OrderDocuments documents,
            OrderedServices services,
            Leaving leaving,
            AccountManagers accountManagers,
            ContractDesk contracts,
            CustomerRegister customers,
            Correspondence correspondence,
            Recipients recipients,
            @Value("${orderdesk.address}") String publicAddress) {
        this.orders = orders;
        this.documents = documents;
        this.services = services;
        this.leaving = leaving;
        this.accountManagers = accountManagers;
        this.contracts = contracts;
        this.customers = customers;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.publicAddress = publicAddress;
    }

    /** Introduces customer and account manager to each other, a mail each. */
    public void introduce(String orderNumber) {
        Order order = orders.get(orderNumber);
        Recipient manager = accountManagers.inPerson(order.accountManager());
        correspondence.send(introduction(orderNumber, manager));
        correspondence.send(new Mail(
                orderNumber, "introduction-account-manager", accountManagers.of(orderNumber), introduction(order)));
    }

    private Mail introduction(String orderNumber, Recipient manager) {
        return new Mail(
                orderNumber,
                "introduction-customer",
                recipients.requester(orderNumber),
                Map.of("accountManagerName", manager.name(), "accountManagerEmail", manager.email()));
    }

    /** Sends the countersigned contract to the customer's signatory, or tells that it comes by post. */
    public void sendCountersignedContract(String orderNumber) {
        Contract contract = contracts.current(orderNumber).orElseThrow();
        List<Attachment> scan = scan(contract);
        String way = way(contract.returnedBy(), !scan.isEmpty());
        correspondence.send(countersignedMail(contract, way, scan));
    }

    /**
     * The mail that would tell of the countersigned contract; nothing is kept.
     *
     * @param returnedBy post or mail
     * @param scanThere whether there is a scan to go with it
     * @param words that somebody adds to it; null for none
     */
    public Rendered previewCountersigned(String orderNumber, String returnedBy, boolean scanThere, String words) {
        Contract contract = contracts.current(orderNumber).orElseThrow();
        String way = way(returnedBy, scanThere);
        return correspondence.preview(OwnWords.with(countersignedMail(contract, way, List.of()), words));
    }

    private static String way(String returnedBy, boolean scanThere) {
        return returnedBy.equals("mail") && !scanThere ? "mailApart" : returnedBy;
    }

    private Mail countersignedMail(Contract contract, String way, List<Attachment> scan) {
        String order = contract.orderNumber();
        Map<String, Object> model = new HashMap<>(services.ofOrder(order).besideContract(order));
        model.put("contractNumber", contract.number());
        model.put("returnedBy", way);
        return new Mail(order, "contract-countersigned", recipients.contact(order, ContactRole.SIGNATORY), model, scan);
    }

    /** Tells the customer that its order has ended: as it wished, or since no contract came of it. */
    public void confirmWithdrawal(String orderNumber) {
        if (orders.get(orderNumber).isInternal()) {
            return;
        }
        String template = leaving.other(orderNumber)
                .map(files -> files.withdrawalMail(orderNumber))
                .orElseGet(() -> withdrawalMail(orderNumber));
        correspondence.send(
                new Mail(orderNumber, template, recipients.requester(orderNumber), whyGivenUp(orderNumber)));
    }

    /** Nothing where it was not about changes to the contract. */
    private Map<String, Object> whyGivenUp(String orderNumber) {
        return orders.latest(orderNumber, "changesGivenUp")
                .map(given -> Map.<String, Object>of("reason", given.facts().get("reason")))
                .orElse(Map.of());
    }

    private String withdrawalMail(String orderNumber) {
        return orders.has(orderNumber, "silenceEnded") ? "order-lapsed" : "withdrawal-confirmed";
    }

    /** Tells the customer that Belnet ends its order, and why. */
    public void announceCancellation(String orderNumber, String reason) {
        if (!orders.get(orderNumber).isInternal()) {
            String template =
                    leaving.other(orderNumber).map(OtherFiles::cancellationMail).orElse("order-cancelled");
            correspondence.send(
                    new Mail(orderNumber, template, recipients.requester(orderNumber), Map.of("reason", reason)));
        }
    }

    /** None for the post, nor where scans are not asked for and staff mail the contract themselves. */
    private List<Attachment> scan(Contract contract) {
        return contract.returnedBy().equals("mail")
                ? contracts.countersignedScan(contract.orderNumber()).stream()
                        .map(scan -> Attachment.of(scan, documents.content(scan)))
                        .toList()
                : List.of();
    }

    private Map<String, Object> introduction(Order order) {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "customerName",
                customers.find(order.acronym()).map(Organisation::legalName).orElse(order.acronym()));
        model.put("acronym", order.acronym());
        model.put("request", Optional.ofNullable(order.request()).orElse("–"));
        model.put("contactName", order.requester().name());
        model.put("contactEmail", order.requester().email());
        Optional.ofNullable(order.requester().phone()).ifPresent(phone -> model.put("contactPhone", phone));
        model.put("link", publicAddress + "/orders/" + order.number());
        return model;
    }
}

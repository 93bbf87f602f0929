package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.contract.Contract;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.feedback.FeedbackLinks;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OrderedService;
import be.belnet.orderdesk.subscription.Activation;
import be.belnet.orderdesk.subscription.Agreement;
import be.belnet.orderdesk.subscription.PartnerReferences;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Certificates as a service that can be ordered. */
@Component
class CertificatesService implements OrderedService {
    private final OrderFile orders;
    private final DcsOrders dcsOrders;
    private final ContractDesk contracts;
    private final Subscriptions subscriptions;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final Authorities authorities;
    private final ValidationStarts validations;
    private final CustomerRegister customers;
    private final Certificates certificates;
    private final FeedbackLinks feedback;
    private final Clock clock;
    private final String ticketAddress;

    CertificatesService(
            OrderFile orders,
            DcsOrders dcsOrders,
            ContractDesk contracts,
            Subscriptions subscriptions,
            Correspondence correspondence,
            Recipients recipients,
            Authorities authorities,
            ValidationStarts validations,
            CustomerRegister customers,
            Certificates certificates,
            FeedbackLinks feedback,
            Clock clock,
            @Value("${orderdesk.support.ticket-address}") String ticketAddress) {
        this.orders = orders;
        this.dcsOrders = dcsOrders;
        this.contracts = contracts;
        this.subscriptions = subscriptions;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.authorities = authorities;
        this.validations = validations;
        this.customers = customers;
        this.certificates = certificates;
        this.feedback = feedback;
        this.clock = clock;
        this.ticketAddress = ticketAddress;
    }

    @Override
    public String service() {
        return "DCS";
    }

    @Override
    public void open(String orderNumber) {
        dcsOrders.open(orderNumber, authorities.inForce());
    }

    @Override
    public void activate(String orderNumber) {
        Order order = orders.get(orderNumber);
        DcsOrder dcs = dcsOrders.get(orderNumber);
        Contract contract = contracts.current(orderNumber).orElseThrow();
        LocalDate today = BelgianTime.today(clock);
        subscriptions.activate(new Activation(
                order.service(),
                order.acronym(),
                orderNumber,
                new Agreement(contract.number(), contract.countersignedOn(), dcs.priceLine()),
                today,
                null,
                PartnerReferences.organisation(dcs.authority(), dcs.organisationId()),
                dcs.domains().stream().map(Domain::name).toList()));
        orders.record(orderNumber, "serviceActivated", Map.of("contract", contract.number()));
        correspondence.send(new Mail(
                orderNumber, "certificates-activated", recipients.requester(orderNumber), activation(dcs, today)));
        beginValidation(order, dcs);
    }

    /** Domains validate on their own, in a file of their own: the service is active without them. */
    private void beginValidation(Order order, DcsOrder dcs) {
        validations.begin(
                customers.find(order.acronym()).orElseThrow(),
                dcs.authority(),
                dcs.organisationId(),
                dcs.domains(),
                "order/" + order.number());
    }

    private Map<String, Object> activation(DcsOrder order, LocalDate today) {
        Map<String, Object> model = new HashMap<>(feedback.invitation(order.number()));
        model.put("authority", authorities.name(order.authority()));
        model.put("interfaceAddress", authorities.webAddress(order.authority()).toString());
        model.put("activatedOn", today);
        model.put("domains", baseDomains(order));
        model.put("withoutWildcard", withoutWildcard(order));
        model.put("leftOut", certificates.leftOut(order.number()));
        model.put("administratorEmail", order.administrator().email());
        if (authorities.takesTickets(order.authority())) {
            model.put("ticketAddress", ticketAddress);
        }
        return model;
    }

    /** Those that the customer has to prove its control of. */
    private static List<String> baseDomains(DcsOrder order) {
        return order.domains().stream()
                .filter(domain -> !domain.isWildcard())
                .map(Domain::name)
                .toList();
    }

    /** Those whose wildcard it may still want to add. */
    private static List<String> withoutWildcard(DcsOrder order) {
        Set<Domain> all = Set.copyOf(order.domains());
        return order.domains().stream()
                .filter(domain -> !domain.isWildcard() && !all.contains(domain.wildcard()))
                .map(Domain::name)
                .toList();
    }
}

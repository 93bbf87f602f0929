package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.contract.Contract;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OrderedService;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.subscription.Subscriptions.Activation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Certificates as a service that can be ordered. */
@Component
class CertificatesService implements OrderedService {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final OrderFile orders;
    private final DcsOrders dcsOrders;
    private final ContractDesk contracts;
    private final Subscriptions subscriptions;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final CertificateAuthority authority;
    private final Certificates certificates;
    private final Clock clock;

    CertificatesService(
            OrderFile orders,
            DcsOrders dcsOrders,
            ContractDesk contracts,
            Subscriptions subscriptions,
            Correspondence correspondence,
            Recipients recipients,
            CertificateAuthority authority,
            Certificates certificates,
            Clock clock) {
        this.orders = orders;
        this.dcsOrders = dcsOrders;
        this.contracts = contracts;
        this.subscriptions = subscriptions;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.authority = authority;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public String service() {
        return "DCS";
    }

    @Override
    public void open(String orderNumber) {
        dcsOrders.open(orderNumber);
    }

    @Override
    public void activate(String orderNumber) {
        Order order = orders.get(orderNumber);
        DcsOrder dcs = dcsOrders.get(orderNumber);
        Contract contract = contracts.current(orderNumber).orElseThrow();
        LocalDate today = LocalDate.now(clock.withZone(BRUSSELS));
        subscriptions.activate(new Activation(
                order.service(), order.acronym(), orderNumber, contract.number(), dcs.priceLine(), today, null));
        orders.record(orderNumber, "serviceActivated", Map.of("contract", contract.number()));
        correspondence.send(new Mail(
                orderNumber, "certificates-activated", recipients.requester(orderNumber), activation(dcs, today)));
    }

    private Map<String, Object> activation(DcsOrder order, LocalDate today) {
        return Map.of(
                "authority", authority.name(),
                "activatedOn", today,
                "domains", baseDomains(order),
                "leftOut", certificates.leftOut(order.number()),
                "administratorEmail", order.administrator().email());
    }

    /** Those that the customer has to prove its control of, and to add the wildcards of. */
    private static List<String> baseDomains(DcsOrder order) {
        return order.domains().stream()
                .filter(domain -> !domain.isWildcard())
                .map(Domain::name)
                .toList();
    }
}

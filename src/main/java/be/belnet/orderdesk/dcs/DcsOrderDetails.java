package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.PolicyAcceptance;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells the order file's readers what was determined for an order of certificates and what the CA calls it. */
@Component
class DcsOrderDetails implements OrderDetails {
    private final DcsOrders orders;
    private final ContractDesk contracts;
    private final Certificates certificates;
    private final FormerCertificateDetails formerCertificates;

    DcsOrderDetails(
            DcsOrders orders,
            ContractDesk contracts,
            Certificates certificates,
            FormerCertificateDetails formerCertificates) {
        this.orders = orders;
        this.contracts = contracts;
        this.certificates = certificates;
        this.formerCertificates = formerCertificates;
    }

    @Override
    public boolean tellOf(Order order) {
        return order.service().equals("DCS");
    }

    @Override
    public List<Detail> determined(String number) {
        return orders.find(number).map(this::determined).orElse(List.of());
    }

    private List<Detail> determined(DcsOrder order) {
        List<Detail> details = new ArrayList<>();
        order.domains().forEach(domain -> add(details, "domain", domain.name()));
        certificates.leftOut(order.number()).keySet().forEach(domain -> add(details, "leftOut", domain));
        if (order.administrator() != null) {
            add(details, "administrator", order.administrator().email());
        }
        add(details, "priceLine", order.priceLine());
        add(details, "validUntil", order.validUntil());
        contracts
                .acceptances(order.number())
                .forEach(accepted -> add(details, "policy." + accepted.policy(), words(accepted)));
        details.addAll(formerCertificates.of(order.number()));
        return details;
    }

    @Override
    public List<Reference> references(String number) {
        return orders.find(number).map(this::references).orElse(List.of());
    }

    private List<Reference> references(DcsOrder order) {
        List<Reference> references = new ArrayList<>();
        add(references, order, "organisation", order.organisationId(), true);
        add(references, order, "administrator", order.administratorId(), false);
        return references;
    }

    private static String words(PolicyAcceptance accepted) {
        return Stream.of(accepted.version(), accepted.acceptedBy(), accepted.acceptedOn())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(Detail.BETWEEN));
    }

    private static void add(List<Detail> details, String name, Object value) {
        if (value != null) {
            details.add(new Detail("dcs.detail." + name, value.toString()));
        }
    }

    private void add(List<Reference> references, DcsOrder order, String kind, String value, boolean kept) {
        if (value != null) {
            references.add(new Reference(kind, certificates.authority(order.number()), value, kept));
        }
    }
}

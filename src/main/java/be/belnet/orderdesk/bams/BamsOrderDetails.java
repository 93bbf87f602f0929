package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the order file's readers what was determined for an order of mail security and what partners call it. */
@Component
class BamsOrderDetails implements OrderDetails {
    private final BamsOrders orders;
    private final LicenceExtensions extensions;

    BamsOrderDetails(BamsOrders orders, LicenceExtensions extensions) {
        this.orders = orders;
        this.extensions = extensions;
    }

    @Override
    public boolean tellOf(Order order) {
        return order.service().equals("BAMS");
    }

    @Override
    public List<Detail> determined(String number) {
        return orders.find(number).map(this::determined).orElse(List.of());
    }

    private List<Detail> determined(BamsOrder order) {
        List<Detail> details = new ArrayList<>();
        Optional.ofNullable(order.needs()).ifPresent(needs -> addNeeds(details, needs));
        add(details, "promisedOn", order.promisedOn());
        add(details, "cutOverOn", order.cutOverOn());
        add(details, "trialEndsOn", order.trialEndsOn());
        extensions.find(order.number()).ifPresent(extension -> add(details, "licenceEndsOn", extension.endsOn()));
        return details;
    }

    /** The licence is the subscription's: leaving the file takes nothing from it. */
    private boolean isExtension(String number) {
        return extensions.find(number).isPresent();
    }

    private static void addNeeds(List<Detail> details, Needs needs) {
        needs.domains().forEach(domain -> add(details, "mailDomain", domain.domain() + " → " + domain.mailHost()));
        add(details, "mailboxes", needs.mailboxes());
        add(details, "cpus", needs.cpus());
        add(details, "package", "bams.package." + needs.servicePackage());
        needs.addOns().forEach(addOn -> add(details, "addOn", "bams.addOn." + addOn));
        add(details, "priceLine", needs.priceLine());
        add(details, "trialDays", needs.trialDays());
    }

    @Override
    public List<Reference> references(String number) {
        return orders.find(number).map(this::references).orElse(List.of());
    }

    private List<Reference> references(BamsOrder order) {
        List<Reference> references = new ArrayList<>();
        Optional.ofNullable(order.licenceSerial())
                .map(serial -> new Reference("licence", "Fortinet", serial, isExtension(order.number())))
                .ifPresent(references::add);
        add(references, "appliance", "OpenStack", order.applianceId());
        add(references, "applianceAddress", "OpenStack", order.applianceAddress());
        return references;
    }

    private static void add(List<Detail> details, String name, Object value) {
        if (value != null) {
            details.add(new Detail("bams.detail." + name, value.toString()));
        }
    }

    private static void add(List<Reference> references, String kind, String partner, String value) {
        if (value != null) {
            references.add(new Reference(kind, partner, value));
        }
    }
}

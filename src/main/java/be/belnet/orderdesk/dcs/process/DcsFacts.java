package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.ordering.OrderFacts.UNKNOWN;
import static be.belnet.orderdesk.ordering.OrderFacts.known;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.dcs.Certificates;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.workflow.FormContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What forms say about the order of certificates they belong to; a dash stands for what is not known. */
@Component
class DcsFacts {
    private final OrderFacts order;
    private final OrderFile orders;
    private final CustomerRegister customers;
    private final Certificates certificates;

    DcsFacts(OrderFacts order, OrderFile orders, CustomerRegister customers, Certificates certificates) {
        this.order = order;
        this.orders = orders;
        this.customers = customers;
        this.certificates = certificates;
    }

    Map<String, String> of(FormContext context) {
        Map<String, String> facts = new LinkedHashMap<>(order.of(context));
        Optional<Organisation> customer =
                customers.find(orders.get(context.orderNumber()).acronym());
        facts.put("authority", certificates.authority(context.orderNumber()));
        facts.put("organisationAddress", customer.map(DcsFacts::address).orElse(UNKNOWN));
        facts.put(
                "enterpriseNumber",
                known(customer.map(Organisation::enterpriseNumber).orElse(null)));
        return facts;
    }

    private static String address(Organisation customer) {
        return "%s, %s %s, %s".formatted(customer.street(), customer.postcode(), customer.city(), customer.country());
    }
}

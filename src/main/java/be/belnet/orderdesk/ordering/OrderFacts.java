package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.FormContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What forms say about the order they belong to; a dash stands for what is not known. */
@Component
public class OrderFacts {
    public static final String UNKNOWN = "–";

    private final OrderFile orders;
    private final CustomerRegister customers;

    OrderFacts(OrderFile orders, CustomerRegister customers) {
        this.orders = orders;
        this.customers = customers;
    }

    public Map<String, String> of(FormContext context) {
        Order order = orders.get(context.orderNumber());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("orderNumber", order.number());
        facts.put("service", order.service());
        facts.put("acronym", known(order.acronym()));
        facts.put("customer", customer(order));
        facts.put("request", known(order.request()));
        facts.put("contactName", order.requester().name());
        facts.put("contactEmail", order.requester().email());
        facts.put("contactPhone", known(order.requester().phone()));
        facts.put(
                "contactLanguage",
                Locale.forLanguageTag(order.requester().language()).getDisplayLanguage(context.locale()));
        return facts;
    }

    private String customer(Order order) {
        return order.acronym() == null
                ? UNKNOWN
                : customers.find(order.acronym()).map(OrderFacts::title).orElse(order.acronym());
    }

    private static String title(Organisation organisation) {
        return "%s (%s)".formatted(organisation.legalName(), organisation.acronym());
    }

    /** The value, or the dash. */
    public static String known(String value) {
        return value == null || value.isBlank() ? UNKNOWN : value;
    }
}

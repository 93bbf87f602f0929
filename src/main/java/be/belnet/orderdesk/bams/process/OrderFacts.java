package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.BamsOrder;
import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.BamsProperties;
import be.belnet.orderdesk.bams.MailDomains;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.StaffLanguage;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What forms say about the order they belong to; a dash stands for what is not known. */
@Component
class OrderFacts {
    private static final String UNKNOWN = "–";

    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final CustomerRegister customers;
    private final StaffDirectory staff;
    private final BamsProperties properties;

    OrderFacts(
            OrderFile orders,
            BamsOrders bamsOrders,
            CustomerRegister customers,
            StaffDirectory staff,
            BamsProperties properties) {
        this.orders = orders;
        this.bamsOrders = bamsOrders;
        this.customers = customers;
        this.staff = staff;
        this.properties = properties;
    }

    Map<String, String> of(FormContext context) {
        Order order = orders.get(context.orderNumber());
        BamsOrder bams = bamsOrders.get(order.number());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("orderNumber", order.number());
        facts.put("acronym", known(order.acronym()));
        facts.put("customer", customer(order));
        facts.put("request", known(order.request()));
        facts.put("contactName", order.requester().name());
        facts.put("contactEmail", order.requester().email());
        facts.put("contactPhone", known(order.requester().phone()));
        facts.put(
                "contactLanguage",
                Locale.forLanguageTag(order.requester().language()).getDisplayLanguage(context.locale()));
        facts.put("wishes", known(bams.wishes()));
        facts.put("meetingAt", moment(bams.meetingAt(), context.locale()));
        facts.put("meetingPlace", known(bams.meetingPlace()));
        facts.put("minutes", known(bams.minutes()));
        facts.put("appointmentAt", moment(bams.appointmentAt(), context.locale()));
        facts.put(
                "adviser",
                staff.find(bams.adviser()).map(StaffDirectory.StaffMember::name).orElse(UNKNOWN));
        facts.put("advice", known(bams.advice()));
        facts.put(
                "mailboxes",
                bams.needs() == null ? UNKNOWN : Integer.toString(bams.needs().mailboxes()));
        facts.put(
                "mailDomains",
                bams.needs() == null ? UNKNOWN : MailDomains.write(bams.needs().domains()));
        facts.put("serialNumber", known(bams.licenceSerial()));
        facts.put("applianceAddress", known(bams.applianceAddress()));
        facts.put("mxHost", order.acronym() == null ? UNKNOWN : properties.mxHost(order.acronym()));
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

    private static String known(String value) {
        return value == null || value.isBlank() ? UNKNOWN : value;
    }

    private static String moment(LocalDateTime at, Locale locale) {
        return at == null
                ? UNKNOWN
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(StaffLanguage.writing(locale))
                        .format(at);
    }
}

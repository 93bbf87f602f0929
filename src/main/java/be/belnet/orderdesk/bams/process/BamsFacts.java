package be.belnet.orderdesk.bams.process;

import static be.belnet.orderdesk.ordering.OrderFacts.UNKNOWN;
import static be.belnet.orderdesk.ordering.OrderFacts.known;

import be.belnet.orderdesk.bams.BamsOrder;
import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.BamsProperties;
import be.belnet.orderdesk.bams.MailDomains;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.time.WrittenDates;
import be.belnet.orderdesk.workflow.FormContext;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What forms say about the order of mail security they belong to; a dash stands for what is not known. */
@Component
class BamsFacts {
    private final OrderFacts order;
    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final StaffDirectory staff;
    private final BamsProperties properties;

    BamsFacts(
            OrderFacts order,
            OrderFile orders,
            BamsOrders bamsOrders,
            StaffDirectory staff,
            BamsProperties properties) {
        this.order = order;
        this.orders = orders;
        this.bamsOrders = bamsOrders;
        this.staff = staff;
        this.properties = properties;
    }

    Map<String, String> of(FormContext context) {
        BamsOrder bams = bamsOrders.get(context.orderNumber());
        String acronym = orders.get(context.orderNumber()).acronym();
        Map<String, String> facts = new LinkedHashMap<>(order.of(context));
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
        facts.put("mxHost", acronym == null ? UNKNOWN : properties.mxHost(acronym));
        return facts;
    }

    private static String moment(LocalDateTime at, Locale locale) {
        return at == null ? UNKNOWN : WrittenDates.appointment(at, locale);
    }
}

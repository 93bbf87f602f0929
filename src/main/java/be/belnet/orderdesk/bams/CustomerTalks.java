package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.correspondence.Attachment;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Invitations;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffDirectory.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The mails around the talks with a customer: introduction, meeting, technical advice. */
@Service
public class CustomerTalks {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final CustomerRegister customers;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final Invitations invitations;
    private final StaffDirectory staff;
    private final Belnet belnet;
    private final String publicAddress;
    private final Clock clock;

    CustomerTalks(
            OrderFile orders,
            BamsOrders bamsOrders,
            CustomerRegister customers,
            Correspondence correspondence,
            Recipients recipients,
            Invitations invitations,
            StaffDirectory staff,
            Belnet belnet,
            @Value("${orderdesk.address}") String publicAddress,
            Clock clock) {
        this.orders = orders;
        this.bamsOrders = bamsOrders;
        this.customers = customers;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.invitations = invitations;
        this.staff = staff;
        this.belnet = belnet;
        this.publicAddress = publicAddress;
        this.clock = clock;
    }

    /** Introduces customer and account manager to each other, a mail each. */
    public void introduce(String orderNumber) {
        Order order = orders.get(orderNumber);
        Recipient manager = accountManager(orderNumber);
        correspondence.send(new Mail(
                orderNumber,
                "introduction-customer",
                recipients.requester(orderNumber),
                Map.of("accountManagerName", manager.name(), "accountManagerEmail", manager.email())));
        correspondence.send(new Mail(orderNumber, "introduction-account-manager", manager, introduction(order)));
    }

    /** Invites the customer to the meeting; a later invitation replaces the earlier one in its calendar. */
    public void invite(String orderNumber) {
        invite(orderNumber, false);
    }

    private void invite(String orderNumber, boolean cancelled) {
        BamsOrder order = bamsOrders.get(orderNumber);
        Recipient customer = recipients.requester(orderNumber);
        Recipient manager = accountManager(orderNumber);
        Attachment invitation = invitations.event(
                orderNumber,
                order.meetingAt(),
                order.meetingPlace(),
                manager,
                customer,
                order.invitationsSent(),
                cancelled);
        Map<String, Object> model = Map.of(
                "meetingAt", order.meetingAt(),
                "meetingPlace", order.meetingPlace(),
                "accountManagerName", manager.name(),
                "updated", order.invitationsSent() > 0 && !cancelled,
                "cancelled", cancelled);
        correspondence.send(new Mail(orderNumber, "invitation", customer, model, List.of(invitation)));
        bamsOrders.countInvitation(orderNumber);
    }

    /** Whether the customer has a meeting with us in its calendar that is still to come. */
    public boolean isMeetingAhead(String orderNumber) {
        BamsOrder order = bamsOrders.get(orderNumber);
        return order.invitationsSent() > 0 && order.meetingAt().isAfter(LocalDateTime.now(clock.withZone(BRUSSELS)));
    }

    /** Takes a meeting that is still to come out of the customer's calendar; does nothing where there is none. */
    public void cancelMeeting(String orderNumber) {
        if (isMeetingAhead(orderNumber)) {
            invite(orderNumber, true);
        }
    }

    /** Tells the customer's technical contact when the adviser meets it. */
    public void announceAdvice(String orderNumber) {
        BamsOrder order = bamsOrders.get(orderNumber);
        String adviser = staff.find(order.adviser()).map(StaffMember::name).orElse(order.adviser());
        correspondence.send(new Mail(
                orderNumber,
                "advice-appointment",
                recipients.contact(orderNumber, ContactRole.TECHNICAL),
                Map.of("appointmentAt", order.appointmentAt(), "adviserName", adviser)));
    }

    /** Tells the account manager that the promised day is near and the appliance not there. */
    public void warnOfLateDelivery(String orderNumber) {
        correspondence.send(new Mail(
                orderNumber,
                "delivery-late",
                accountManager(orderNumber),
                Map.of(
                        "promisedOn",
                        bamsOrders.get(orderNumber).promisedOn(),
                        "link",
                        publicAddress + "/orders/" + orderNumber)));
    }

    /**
     * Tells the customer the day on which it may now expect its appliance.
     *
     * @param before the day it was told first
     */
    public void announceNewDate(String orderNumber, LocalDate before, String reason) {
        correspondence.send(new Mail(
                orderNumber,
                "new-date",
                recipients.requester(orderNumber),
                Map.of(
                        "promisedOn", before,
                        "newDate", bamsOrders.get(orderNumber).promisedOn(),
                        "reason", reason)));
    }

    /** Tells the customer that its order has ended: as it wished, or because nothing was heard of it. */
    public void confirmWithdrawal(String orderNumber) {
        boolean silent = orders.events(orderNumber).stream()
                .anyMatch(event -> event.kind().equals("silenceEnded"));
        String template = silent ? "order-lapsed" : "withdrawal-confirmed";
        correspondence.send(new Mail(orderNumber, template, recipients.requester(orderNumber), Map.of()));
    }

    /** Tells the customer that Belnet ends its order, and why. */
    public void announceCancellation(String orderNumber, String reason) {
        correspondence.send(
                new Mail(orderNumber, "order-cancelled", recipients.requester(orderNumber), Map.of("reason", reason)));
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

    private Recipient accountManager(String orderNumber) {
        String id = bamsOrders.get(orderNumber).accountManager();
        StaffMember member = staff.find(id).orElse(new StaffMember(id, id, null));
        String email = Optional.ofNullable(member.email()).orElse(belnet.mail());
        return new Recipient("accountManager", member.name(), email, "en");
    }
}

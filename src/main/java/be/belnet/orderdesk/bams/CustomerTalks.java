package be.belnet.orderdesk.bams;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.correspondence.Attachment;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Invitations;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.OwnWords;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.Rendered;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.ordering.AccountManagers;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffDirectory.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The mails around the talks with a customer: meeting, technical advice, when the appliance comes. */
@Service
public class CustomerTalks {
    private final BamsOrders bamsOrders;
    private final AccountManagers accountManagers;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final Invitations invitations;
    private final StaffDirectory staff;
    private final String publicAddress;
    private final Clock clock;

    CustomerTalks(
            BamsOrders bamsOrders,
            AccountManagers accountManagers,
            Correspondence correspondence,
            Recipients recipients,
            Invitations invitations,
            StaffDirectory staff,
            @Value("${orderdesk.address}") String publicAddress,
            Clock clock) {
        this.bamsOrders = bamsOrders;
        this.accountManagers = accountManagers;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.invitations = invitations;
        this.staff = staff;
        this.publicAddress = publicAddress;
        this.clock = clock;
    }

    /** Invites the customer to the meeting; a later invitation replaces the earlier one in its calendar. */
    public void invite(String orderNumber) {
        invite(orderNumber, false);
    }

    private void invite(String orderNumber, boolean cancelled) {
        BamsOrder order = bamsOrders.get(orderNumber);
        Recipient customer = recipients.requester(orderNumber);
        Recipient manager = accountManagers.of(orderNumber);
        Attachment invitation = invitations.event(
                orderNumber,
                order.meetingAt(),
                order.meetingPlace(),
                manager,
                customer,
                order.invitationsSent(),
                cancelled);
        correspondence.send(invitation(order, order.meetingAt(), order.meetingPlace(), cancelled, List.of(invitation)));
        bamsOrders.countInvitation(orderNumber);
    }

    private Mail invitation(
            BamsOrder order, LocalDateTime at, String place, boolean cancelled, List<Attachment> attachments) {
        String number = order.number();
        Map<String, Object> model = Map.of(
                "meetingAt", at,
                "meetingPlace", place,
                "accountManagerName", accountManagers.of(number).name(),
                "updated", order.invitationsSent() > 0 && !cancelled,
                "cancelled", cancelled);
        return new Mail(number, "invitation", recipients.requester(number), model, attachments);
    }

    /**
     * The mail that would invite the customer; nothing is kept.
     *
     * @param words that somebody adds to it; null for none
     */
    public Rendered previewInvitation(String orderNumber, LocalDateTime at, String place, String words) {
        return correspondence.preview(
                OwnWords.with(invitation(bamsOrders.get(orderNumber), at, place, false, List.of()), words));
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
        correspondence.send(advice(orderNumber, order.appointmentAt(), order.adviser()));
    }

    /**
     * The mail that would tell when the adviser comes; nothing is kept.
     *
     * @param adviser user id
     * @param words that somebody adds to it; null for none
     */
    public Rendered previewAdvice(String orderNumber, LocalDateTime at, String adviser, String words) {
        return correspondence.preview(OwnWords.with(advice(orderNumber, at, adviser), words));
    }

    private Mail advice(String orderNumber, LocalDateTime at, String adviser) {
        String name = staff.find(adviser).map(StaffMember::name).orElse(adviser);
        return new Mail(
                orderNumber,
                "advice-appointment",
                recipients.contact(orderNumber, ContactRole.TECHNICAL),
                Map.of("appointmentAt", at, "adviserName", name));
    }

    /** Tells the account manager that the promised day is near and the appliance not there. */
    public void warnOfLateDelivery(String orderNumber) {
        correspondence.send(new Mail(
                orderNumber,
                "delivery-late",
                accountManagers.of(orderNumber),
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
        correspondence.send(
                newDate(orderNumber, before, bamsOrders.get(orderNumber).promisedOn(), reason));
    }

    /** The mail that would tell the customer of a new day; nothing is kept. */
    public Rendered previewNewDate(String orderNumber, LocalDate day, String reason) {
        return correspondence.preview(
                newDate(orderNumber, bamsOrders.get(orderNumber).promisedOn(), day, reason));
    }

    private Mail newDate(String orderNumber, LocalDate before, LocalDate day, String reason) {
        return new Mail(
                orderNumber,
                "new-date",
                recipients.requester(orderNumber),
                Map.of("promisedOn", before, "newDate", day, "reason", reason));
    }
}

package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.contract.Contract;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.feedback.FeedbackLinks;
import be.belnet.orderdesk.notice.NoticeRules;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.Activation;
import be.belnet.orderdesk.subscription.Agreement;
import be.belnet.orderdesk.subscription.PartnerReferences;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The end of an order: the appliance is handed over, the service begins. */
@Service
public class Delivery {
    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final ContractDesk contracts;
    private final Subscriptions subscriptions;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final FeedbackLinks feedback;
    private final NoticeRules rules;
    private final BamsProperties properties;
    private final Clock clock;

    Delivery(
            OrderFile orders,
            BamsOrders bamsOrders,
            ContractDesk contracts,
            Subscriptions subscriptions,
            Correspondence correspondence,
            Recipients recipients,
            FeedbackLinks feedback,
            NoticeRules rules,
            BamsProperties properties,
            Clock clock) {
        this.orders = orders;
        this.bamsOrders = bamsOrders;
        this.contracts = contracts;
        this.subscriptions = subscriptions;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.feedback = feedback;
        this.rules = rules;
        this.properties = properties;
        this.clock = clock;
    }

    /** Tells the customer's technical contact how its mail is moved to the appliance; a trial begins. */
    public void announceAppliance(String orderNumber) {
        BamsOrder order = bamsOrders.get(orderNumber);
        Optional.ofNullable(order.trialEndsOn()).ifPresent(end -> subscriptions.beginTrial(orderNumber, end));
        Map<String, Object> model = withCutOver(order);
        model.put("mxTarget", properties.mxHost(orders.get(orderNumber).acronym()));
        model.put("mailDomains", order.domains());
        orders.record(orderNumber, "applianceHandedOver", Map.of());
        correspondence.send(new Mail(
                orderNumber, "appliance-ready", recipients.contact(orderNumber, ContactRole.TECHNICAL), model));
    }

    /** Starts the subscription and tells the customer, unless it knows already when the service ends. Safe to repeat. */
    public void activate(String orderNumber) {
        Order order = orders.get(orderNumber);
        BamsOrder bams = bamsOrders.get(orderNumber);
        Contract contract = contracts.current(orderNumber).orElseThrow();
        LocalDate today = BelgianTime.today(clock);
        Subscription activated = subscriptions.activate(new Activation(
                order.service(),
                order.acronym(),
                orderNumber,
                new Agreement(
                        contract.number(),
                        contract.countersignedOn(),
                        bams.needs().priceLine()),
                today,
                bams.trialEndsOn(),
                PartnerReferences.appliance(bams.licenceSerial(), bams.applianceId()),
                bams.domains()));
        orders.record(orderNumber, "serviceActivated", Map.of("contract", contract.number()));
        if (!activated.isNoticeGiven()) {
            correspondence.send(new Mail(
                    orderNumber, "service-activated", recipients.requester(orderNumber), activation(bams, today)));
        }
    }

    private Map<String, Object> activation(BamsOrder order, LocalDate today) {
        Map<String, Object> model = new HashMap<>(feedback.invitation(order.number()));
        model.put("activatedOn", today);
        model.put("mailDomains", order.domains());
        model.put("noticeDays", rules.terms().trialDays());
        Optional.ofNullable(order.trialEndsOn()).ifPresent(end -> model.put("trialEndsOn", end));
        return model;
    }

    private static Map<String, Object> withCutOver(BamsOrder order) {
        Map<String, Object> model = new HashMap<>();
        Optional.ofNullable(order.cutOverOn()).ifPresent(day -> model.put("cutOverOn", day));
        return model;
    }
}

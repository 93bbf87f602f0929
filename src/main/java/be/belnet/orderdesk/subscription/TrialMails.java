package be.belnet.orderdesk.subscription;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.team.Colleagues;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What customer and account manager are told about the end of a trial, a mail each. */
@Component
class TrialMails {
    private final OrderFile orders;
    private final CustomerRegister customers;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final Colleagues colleagues;
    private final Belnet belnet;
    private final TrialReminders days;
    private final SubscriptionProperties properties;
    private final String publicAddress;

    TrialMails(
            OrderFile orders,
            CustomerRegister customers,
            Correspondence correspondence,
            Recipients recipients,
            Colleagues colleagues,
            Belnet belnet,
            TrialReminders days,
            SubscriptionProperties properties,
            @Value("${orderdesk.address}") String publicAddress) {
        this.orders = orders;
        this.customers = customers;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.colleagues = colleagues;
        this.belnet = belnet;
        this.days = days;
        this.properties = properties;
        this.publicAddress = publicAddress;
    }

    /**
     * Says when the trial ends, and by when notice lets the service end with it.
     *
     * @param late that day is over
     */
    void remind(Subscription trial, LocalDate lastSafeDay, boolean late) {
        String order = trial.orderNumber();
        correspondence.send(new Mail(
                order,
                "trial-reminder",
                recipients.requester(order),
                Map.of(
                        "trialEndsOn", trial.trialEndsOn(),
                        "lastSafeDay", lastSafeDay,
                        "noticeDays", Integer.toString(days.noticeDays()),
                        "goesOn", goesOn(),
                        "late", late)));
        correspondence.send(new Mail(
                order,
                "trial-reminder-account-manager",
                accountManager(trial),
                Map.of(
                        "customerName", customerName(trial),
                        "trialEndsOn", trial.trialEndsOn(),
                        "lastSafeDay", lastSafeDay,
                        "link", link(trial))));
    }

    /** Says that the trial is over without notice; whether the contract goes on is a setting. */
    void end(Subscription trial) {
        String order = trial.orderNumber();
        boolean goesOn = goesOn();
        if (goesOn) {
            correspondence.send(new Mail(
                    order,
                    "trial-ended",
                    recipients.requester(order),
                    Map.of(
                            "trialEndsOn",
                            trial.trialEndsOn(),
                            "contractNumber",
                            trial.agreement().contractNumber())));
        }
        correspondence.send(new Mail(
                order,
                "trial-ended-account-manager",
                accountManager(trial),
                Map.of(
                        "customerName", customerName(trial),
                        "trialEndsOn", trial.trialEndsOn(),
                        "goesOn", goesOn,
                        "link", link(trial))));
    }

    boolean goesOn() {
        return properties.afterTrial() == SubscriptionProperties.AfterTrial.CONTRACT;
    }

    private String customerName(Subscription trial) {
        return customers.find(trial.acronym()).map(Organisation::legalName).orElse(trial.acronym());
    }

    private String link(Subscription trial) {
        return publicAddress + "/subscriptions/" + trial.id();
    }

    /** The order's, else the customer's, or who stands in today, at Belnet's own address where the directory has none. */
    private Recipient accountManager(Subscription trial) {
        String id = Optional.ofNullable(orders.get(trial.orderNumber()).accountManager())
                .or(() -> customers.find(trial.acronym()).map(Organisation::accountManager))
                .orElse(belnet.name());
        return colleagues.accountManager(id);
    }
}

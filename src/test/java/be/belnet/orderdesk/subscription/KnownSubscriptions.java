package be.belnet.orderdesk.subscription;

import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Gives customers of a test what they have, without the processes that would bring it. */
@TestComponent
public class KnownSubscriptions {
    private final OrderFile orders;
    private final Subscriptions subscriptions;
    private final Register register;

    KnownSubscriptions(OrderFile orders, Subscriptions subscriptions, Register register) {
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.register = register;
    }

    /** Mail security of a new customer, from this day on. */
    public Subscription mailSecurity(String language, LocalDate activatedOn, LocalDate trialEndsOn) {
        String acronym = register.university(language);
        String licence = "FEVMMLTM" + unique();
        return active(
                "BAMS",
                acronym,
                language,
                "BAMS-2026-01-base",
                activatedOn,
                trialEndsOn,
                PartnerReferences.appliance(licence, UUID.randomUUID().toString()),
                List.of(acronym.toLowerCase(java.util.Locale.ROOT) + ".example"));
    }

    /** Certificates of a customer, from this day on. */
    public Subscription certificates(String acronym, LocalDate activatedOn) {
        return active(
                "DCS",
                acronym,
                "nl",
                "DCS-2026",
                activatedOn,
                null,
                PartnerReferences.organisation("sectigo", unique()),
                List.of("*.pki.example"));
    }

    public String order(String service, String acronym, String language) {
        return orders.open(new NewOrder(
                        service,
                        "order",
                        acronym,
                        "As agreed",
                        new Requester("Mail administrator", "mail-admin@customer.example", null, language),
                        null,
                        null,
                        null))
                .number();
    }

    private Subscription active(
            String service,
            String acronym,
            String language,
            String priceLine,
            LocalDate activatedOn,
            LocalDate trialEndsOn,
            PartnerReferences references,
            List<String> domains) {
        String order = order(service, acronym, language);
        orders.assign(order, "relations1");
        return subscriptions.activate(new Activation(
                service,
                acronym,
                order,
                new Agreement(service + "-C-" + unique(), activatedOn, priceLine),
                activatedOn,
                trialEndsOn,
                references,
                domains));
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }
}
